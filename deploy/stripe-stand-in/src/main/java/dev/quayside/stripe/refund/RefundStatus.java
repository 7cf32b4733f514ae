package dev.quayside.stripe.refund;

import dev.quayside.stripe.store.Document;
import java.util.Locale;

/** The states of a refund. Even one that succeeded can fail, up to 30 days later. */
public enum RefundStatus {
    PENDING,
    REQUIRES_ACTION,
    SUCCEEDED,
    FAILED,
    CANCELED;

    static RefundStatus of(Document refund) {
        return valueOf(refund.word("status").toUpperCase(Locale.ROOT));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean canBecome(RefundStatus next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case REQUIRES_ACTION -> next != REQUIRES_ACTION;
            case SUCCEEDED -> next == FAILED;
            case FAILED, CANCELED -> false;
        };
    }

    boolean givesMoneyBackToMerchant() {
        return switch (this) {
            case FAILED, CANCELED -> true;
            case PENDING, REQUIRES_ACTION, SUCCEEDED -> false;
        };
    }
}
