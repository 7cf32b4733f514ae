/**
 * Tests of the account as a whole.
 */
@NullMarked
package dev.quayside.gateway.profile;

import org.jspecify.annotations.NullMarked;
