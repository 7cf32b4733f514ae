/**
 * What is kept about a person here, the saved cards: exported and erased when the gateway asks for it.
 *
 * <p>Payments, refunds and their ledger stay: they name orders, not people.
 */
@NullMarked
package dev.quayside.payment.people;

import org.jspecify.annotations.NullMarked;
