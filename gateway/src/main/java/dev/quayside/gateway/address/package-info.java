/**
 * The address book of customers, for storefronts to fill a checkout from.
 *
 * <p>An address here is what a checkout takes as its shipping address. A customer has 50 at most and one of them at most is the default;
 * the account's row is locked while they are counted.
 */
@NullMarked
package dev.quayside.gateway.address;

import org.jspecify.annotations.NullMarked;
