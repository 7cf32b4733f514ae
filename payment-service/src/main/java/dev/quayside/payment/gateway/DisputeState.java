package dev.quayside.payment.gateway;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a dispute is, in Stripe's words. An inquiry ({@code warning_…}) only asks; no money has moved. */
public enum DisputeState {
    WARNING_NEEDS_RESPONSE,
    WARNING_UNDER_REVIEW,
    /** The inquiry came to nothing. */
    WARNING_CLOSED,
    NEEDS_RESPONSE,
    UNDER_REVIEW,
    WON,
    LOST,
    /** It was settled before it became a dispute. */
    PREVENTED;

    /** Whether nothing more is expected to happen. */
    public boolean isClosed() {
        return switch (this) {
            case WON, LOST, WARNING_CLOSED, PREVENTED -> true;
            case NEEDS_RESPONSE, UNDER_REVIEW, WARNING_NEEDS_RESPONSE, WARNING_UNDER_REVIEW -> false;
        };
    }

    public boolean isInquiry() {
        return switch (this) {
            case WARNING_NEEDS_RESPONSE, WARNING_UNDER_REVIEW, WARNING_CLOSED -> true;
            case NEEDS_RESPONSE, UNDER_REVIEW, WON, LOST, PREVENTED -> false;
        };
    }

    /** Whether Stripe refuses refunds of the charge: the money is, or may stay, with the cardholder's bank. */
    public boolean preventsRefunds() {
        return switch (this) {
            case NEEDS_RESPONSE, UNDER_REVIEW, LOST -> true;
            case WON, PREVENTED, WARNING_NEEDS_RESPONSE, WARNING_UNDER_REVIEW, WARNING_CLOSED -> false;
        };
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
