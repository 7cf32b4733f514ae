/**
 * The audit: whether stock, orders and money agree, across the services.
 *
 * <p>It is meant for a quiet moment: what is under way while it reads is reported as it is. Other services' rows are read page by page
 * beside the own ones, by id, so the size of the shop does not matter.
 */
@NullMarked
package dev.quayside.order.audit;

import org.jspecify.annotations.NullMarked;
