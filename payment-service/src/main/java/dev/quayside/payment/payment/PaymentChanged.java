package dev.quayside.payment.payment;

/** A payment has changed so that subscribers see it; fired in the transaction of the change. */
public record PaymentChanged(PaymentState payment) {}
