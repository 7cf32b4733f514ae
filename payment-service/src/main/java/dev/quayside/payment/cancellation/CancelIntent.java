package dev.quayside.payment.cancellation;

/** The frozen parameters of a cancel. */
record CancelIntent(String intentId) {}
