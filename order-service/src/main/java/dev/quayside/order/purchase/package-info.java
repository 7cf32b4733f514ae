/**
 * What customers have bought, for the catalogue, which lets buyers alone review a product.
 *
 * <p>An order counts once its money was taken, and no longer when it is cancelled; what was refunded for another reason was bought all the
 * same. Only a yes or a no leaves this service.
 */
@NullMarked
package dev.quayside.order.purchase;

import org.jspecify.annotations.NullMarked;
