/**
 * Tests of the check that every service makes of every token.
 */
@NullMarked
package dev.quayside.kit.security;

import org.jspecify.annotations.NullMarked;
