/**
 * What the tests of this service share: the running service, the catalogue and the payment service as stateful fakes that can hang,
 * lose answers and repeat themselves, and a shopper who uses the public API.
 */
@NullMarked
package dev.quayside.order.testing;

import org.jspecify.annotations.NullMarked;
