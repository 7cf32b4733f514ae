/**
 * What the tests of the whole running shop are built with.
 *
 * <p>The shop is started once for all classes of a module, as processes, on free ports. Buyers and an admin use its public door, and
 * Stripe is what they see from outside. An order, a card or a product that a test makes is its own.
 */
@NullMarked
package dev.quayside.endtoend.testing;

import org.jspecify.annotations.NullMarked;
