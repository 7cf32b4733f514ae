package dev.quayside.payment.capture;

import jakarta.validation.constraints.Min;

/** How much of the grant is to be taken, in minor units of the payment's currency; the rest is released. */
public record CaptureRequest(@Min(1) long amount) {}
