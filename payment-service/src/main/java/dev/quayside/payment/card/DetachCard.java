package dev.quayside.payment.card;

/** The frozen parameters of detaching a card. */
record DetachCard(String methodId) {}
