/**
 * What other services keep about a customer: it is joined, exported and erased there, by internal calls with the gateway's own token.
 *
 * <p>Every call can be repeated. What changes something is a durable step.
 */
@NullMarked
package dev.quayside.gateway.people;

import org.jspecify.annotations.NullMarked;
