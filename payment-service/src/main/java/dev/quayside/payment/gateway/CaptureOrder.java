package dev.quayside.payment.gateway;

import java.util.UUID;

/** The frozen parameters of a capture: minor units, the rest is released. The operation's id becomes metadata of the payment. */
public record CaptureOrder(UUID operationId, String intentId, long amount) {}
