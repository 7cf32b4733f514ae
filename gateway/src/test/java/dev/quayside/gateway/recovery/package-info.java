/**
 * Tests of verified addresses and new passwords.
 */
@NullMarked
package dev.quayside.gateway.recovery;

import org.jspecify.annotations.NullMarked;
