package dev.quayside.stripe.fault;

import dev.quayside.stripe.wire.ApiError;
import java.util.Locale;

/** The ways in which a call can go wrong. */
public enum FaultKind {
    /** The connection is reset instead of an answer. */
    RESET,
    /** The real answer, of which only the first half arrives. */
    CUT_REPLY,
    EMPTY_200,
    EMPTY_503,
    /** No answer, and the connection stays open until the client gives up. */
    HANG,
    /** A 500 that is kept under the idempotency key and repeated. */
    STORED_500,
    /** What a proxy between Stripe and the world would answer. */
    HTML_502,
    CONFLICT_409_IN_USE,
    RATE_LIMIT_429,
    LOCK_TIMEOUT_429,
    /** Every call is refused with a 503 until the fault is taken away. */
    OUTAGE,
    /** A slow call that ends well; its key is in use meanwhile. */
    DELAY;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Limits and refusals come before Stripe begins to work; nothing can have been done by then. */
    boolean canFollowEffect() {
        return switch (this) {
            case RESET, CUT_REPLY, EMPTY_200, EMPTY_503, HANG, STORED_500, HTML_502, DELAY -> true;
            case CONFLICT_409_IN_USE, RATE_LIMIT_429, LOCK_TIMEOUT_429, OUTAGE -> false;
        };
    }

    /** Whether the call goes through Stripe's layers and is only changed on the way. */
    boolean alwaysExecutes() {
        return switch (this) {
            case CUT_REPLY, STORED_500, DELAY -> true;
            case RESET, EMPTY_200, EMPTY_503, HANG, HTML_502 -> false;
            case CONFLICT_409_IN_USE, RATE_LIMIT_429, LOCK_TIMEOUT_429, OUTAGE -> false;
        };
    }

    /** Whether it happens between Stripe and the caller, whatever Stripe answered. */
    public boolean isOnTheWire() {
        return switch (this) {
            case RESET, CUT_REPLY, EMPTY_200, EMPTY_503, HANG, HTML_502 -> true;
            case STORED_500, DELAY, CONFLICT_409_IN_USE, RATE_LIMIT_429, LOCK_TIMEOUT_429, OUTAGE -> false;
        };
    }

    /** Whether Stripe itself reports this, as an {@link #error}. */
    public boolean isAnswer() {
        return switch (this) {
            case CONFLICT_409_IN_USE, RATE_LIMIT_429, LOCK_TIMEOUT_429, OUTAGE, STORED_500 -> true;
            case RESET, CUT_REPLY, EMPTY_200, EMPTY_503, HANG, HTML_502, DELAY -> false;
        };
    }

    /** The error as which Stripe itself reports this, for those kinds that it does report. */
    public ApiError error() {
        return switch (this) {
            case CONFLICT_409_IN_USE ->
                ApiError.of(
                        409,
                        "idempotency_error",
                        "idempotency_key_in_use",
                        "There is currently another in-progress request using this Idempotent Key (that probably means you"
                                + " submitted twice, and the other request is still going through).");
            case RATE_LIMIT_429 ->
                ApiError.of(
                        429,
                        "invalid_request_error",
                        "rate_limit",
                        "Testmode request rate limit exceeded. Learn more about rate limits here"
                                + " https://stripe.com/docs/rate-limits.");
            case LOCK_TIMEOUT_429 ->
                ApiError.of(
                        429,
                        "invalid_request_error",
                        "lock_timeout",
                        "This object cannot be accessed right now because another API request or Stripe process is"
                                + " currently accessing it.");
            case OUTAGE -> ApiError.of(503, "api_error", null, "Stripe is temporarily unavailable.");
            case STORED_500 ->
                ApiError.of(500, "api_error", null, "Sorry! There was an error while talking to one of our backends.");
            case RESET, CUT_REPLY, EMPTY_200, EMPTY_503, HANG, HTML_502, DELAY ->
                throw new IllegalStateException(this + " is not an answer of Stripe");
        };
    }
}
