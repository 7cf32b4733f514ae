/**
 * Tests of roles: what they grant, who may change them.
 */
@NullMarked
package dev.quayside.gateway.role;

import org.jspecify.annotations.NullMarked;
