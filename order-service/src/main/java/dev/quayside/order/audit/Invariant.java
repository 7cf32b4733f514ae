package dev.quayside.order.audit;

/** What must hold in the whole shop at any quiet moment. */
enum Invariant {
    I1(
            "stock: 0 ≤ reserved ≤ on hand, or as far beyond as the policy allows; reserved is the sum of held reservations, the ledger sums to on hand"),
    I2(
            "an order takes its stock when it is confirmed, holds it before, and has none once it is over; what refunds bring back is back"),
    I3(
            "per order: refunded ≤ captured ≤ authorised ≤ total, one currency, one payment with money; a paid order has captured its total, or the part that was asked for"),
    I4("the ledger equals Stripe for every captured, refunded, failed and disputed amount"),
    I5("a cancelled order nets to 0, or is listed as needing attention"),
    I6("one inbox row per Stripe event; one effect per order and kind"),
    I7("every call that moves money had its key stored before it; one key, one set of parameters"),
    I8("nothing stays placing, pending or unknown"),
    I9("total = Σ lines − discounts + shipping + tax, in integers; refunds by items of all of it sum to the total");

    private final String title;

    Invariant(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
