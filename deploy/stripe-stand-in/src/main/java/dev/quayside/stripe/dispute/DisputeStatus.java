package dev.quayside.stripe.dispute;

import dev.quayside.stripe.store.Document;
import java.util.Locale;

/** The states of a dispute; an inquiry ({@code warning_…}) has its own, because no money has moved yet. */
public enum DisputeStatus {
    NEEDS_RESPONSE,
    UNDER_REVIEW,
    WON,
    LOST,
    WARNING_NEEDS_RESPONSE,
    WARNING_UNDER_REVIEW,
    WARNING_CLOSED;

    static DisputeStatus of(Document dispute) {
        return valueOf(dispute.word("status").toUpperCase(Locale.ROOT));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOver() {
        return switch (this) {
            case WON, LOST, WARNING_CLOSED -> true;
            case NEEDS_RESPONSE, UNDER_REVIEW, WARNING_NEEDS_RESPONSE, WARNING_UNDER_REVIEW -> false;
        };
    }

    boolean isInquiry() {
        return switch (this) {
            case WARNING_NEEDS_RESPONSE, WARNING_UNDER_REVIEW, WARNING_CLOSED -> true;
            case NEEDS_RESPONSE, UNDER_REVIEW, WON, LOST -> false;
        };
    }

    DisputeStatus answered() {
        return isInquiry() ? WARNING_UNDER_REVIEW : UNDER_REVIEW;
    }
}
