/**
 * Reading a payment back from Stripe, and writing what was read.
 *
 * <p>A reading takes the payment's lease, calls Stripe outside a transaction, and is applied only while the lease is still held: an
 * older reading can never overwrite a newer one. Webhooks, the watch of open payments and {@code GET} all come through here.
 */
@NullMarked
package dev.quayside.payment.reading;

import org.jspecify.annotations.NullMarked;
