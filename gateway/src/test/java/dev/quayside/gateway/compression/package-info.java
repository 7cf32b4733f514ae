/**
 * Tests of compressed answers.
 */
@NullMarked
package dev.quayside.gateway.compression;

import org.jspecify.annotations.NullMarked;
