/**
 * Tests of the scopes and of the rule for giving them.
 */
@NullMarked
package dev.quayside.gateway.scope;

import org.jspecify.annotations.NullMarked;
