/**
 * Tests of the decision where a path leads.
 */
@NullMarked
package dev.quayside.gateway.route;

import org.jspecify.annotations.NullMarked;
