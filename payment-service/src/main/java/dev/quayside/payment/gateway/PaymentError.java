package dev.quayside.payment.gateway;

import org.jspecify.annotations.Nullable;

/** Why a try to pay failed: a code, the issuer's reason if it gave one that may be shown, and a sentence for the shopper. */
public record PaymentError(String code, @Nullable String declineCode, String message) {}
