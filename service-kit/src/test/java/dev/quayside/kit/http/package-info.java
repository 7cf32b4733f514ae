/**
 * Tests of what a body may be.
 */
@NullMarked
package dev.quayside.kit.http;

import org.jspecify.annotations.NullMarked;
