package dev.quayside.order.refund;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A row of a refund by items. */
@Embeddable
record RefundLine(
        @Column(name = "sku") String sku,
        @Column(name = "quantity") int quantity,
        @Column(name = "amount") long amount) {

    static RefundLine of(RefundedUnits units) {
        return new RefundLine(units.sku(), units.quantity(), units.amount());
    }

    RefundedUnits units() {
        return new RefundedUnits(sku, quantity, amount);
    }
}
