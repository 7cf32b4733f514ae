/**
 * What the tests of the service share: a running stand-in of Stripe, the shopper who pays there, and the service's own endpoints.
 */
@NullMarked
package dev.quayside.payment.testing;

import org.jspecify.annotations.NullMarked;
