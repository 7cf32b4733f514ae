package dev.quayside.payment.opening;

/** The frozen parameters of cancelling an orphan. */
record OrphanCancel(String intentId) {}
