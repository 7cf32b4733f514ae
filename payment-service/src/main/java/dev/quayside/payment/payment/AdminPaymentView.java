package dev.quayside.payment.payment;

import java.util.List;

/** A payment as staff see it: the current state and every fact about its money. */
public record AdminPaymentView(PaymentState payment, List<TransactionView> transactions) {}
