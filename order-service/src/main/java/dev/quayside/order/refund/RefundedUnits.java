package dev.quayside.order.refund;

/** Units of a sku that a refund is for, and what of its amount they are: minor units of the order's currency, with tax. */
public record RefundedUnits(String sku, int quantity, long amount) {}
