/**
 * The other services, as reconciliation reads them: orders, reservations and the stock's own check, page by page.
 *
 * <p>Every call goes through the gateway's internal listener and has a time-out. None may be made inside a transaction.
 */
@NullMarked
package dev.quayside.payment.shop;

import org.jspecify.annotations.NullMarked;
