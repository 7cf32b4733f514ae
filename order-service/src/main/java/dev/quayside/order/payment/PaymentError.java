package dev.quayside.order.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** Why the last attempt to pay failed, in Stripe's words: made to be shown to the shopper. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PaymentError(
        @Nullable String code,
        @Nullable String declineCode,
        @Nullable String message) {}
