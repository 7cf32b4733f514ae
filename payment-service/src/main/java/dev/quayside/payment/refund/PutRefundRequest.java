package dev.quayside.payment.refund;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is to be given back: minor units of the payment's currency, and why, for people. */
public record PutRefundRequest(
        @Min(1) long amount, @Size(max = 500) @Nullable String reason) {}
