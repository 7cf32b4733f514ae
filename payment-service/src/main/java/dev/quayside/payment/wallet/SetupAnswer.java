package dev.quayside.payment.wallet;

/** The answer to a wish to save a card; {@code replayed} when an earlier request with the same key got it first. */
record SetupAnswer(SetupView setup, boolean replayed) {}
