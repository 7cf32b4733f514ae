/**
 * Tests of passwords' hashes.
 */
@NullMarked
package dev.quayside.gateway.password;

import org.jspecify.annotations.NullMarked;
