/**
 * What the lists for staff share: their filters and cursors as the condition of a query.
 */
@NullMarked
package dev.quayside.payment.listing;

import org.jspecify.annotations.NullMarked;
