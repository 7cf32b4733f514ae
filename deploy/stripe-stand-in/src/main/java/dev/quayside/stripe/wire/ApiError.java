package dev.quayside.stripe.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Json;
import org.jspecify.annotations.Nullable;

/**
 * An answer of Stripe that is not a success. What was changed before it was thrown stays changed: a declined charge is an
 * error and a fact.
 */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final boolean stored;
    private final transient ObjectNode error = Json.object();

    private ApiError(int status, String type, @Nullable String code, String message, boolean stored) {
        super(message, null, false, false);
        this.status = status;
        this.stored = stored;
        if (code != null) {
            error.put("code", code).put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        error.put("message", message).put("type", type);
    }

    /** A parameter that cannot be right: refused before execution began, so nothing is kept under the idempotency key. */
    public static ApiError invalid(@Nullable String code, @Nullable String param, String message) {
        return new ApiError(400, INVALID_REQUEST, code, message, false).param(param);
    }

    /** A request that is well formed but not possible in the present state; kept under the idempotency key. */
    public static ApiError refused(@Nullable String code, @Nullable String param, String message) {
        return new ApiError(400, INVALID_REQUEST, code, message, true).param(param);
    }

    /** The object that the path names is not there: 404. */
    public static ApiError missing(String kind, String id) {
        String param = kind.endsWith("_intent") ? "intent" : "id";
        return new ApiError(404, INVALID_REQUEST, "resource_missing", noSuch(kind, id), true).param(param);
    }

    /** An object that a parameter names is not there: 400. */
    public static ApiError missingReference(String kind, String param, String id) {
        return new ApiError(400, INVALID_REQUEST, "resource_missing", noSuch(kind, id), true).param(param);
    }

    private static String noSuch(String kind, String id) {
        return "No such " + kind + ": '" + id + "'";
    }

    public static ApiError card(String code, @Nullable String declineCode, String message) {
        ApiError declined = new ApiError(402, "card_error", code, message, true);
        if (declineCode != null) {
            declined.error.put("decline_code", declineCode);
        }
        return declined;
    }

    public static ApiError unauthorized(@Nullable String code, String message) {
        return new ApiError(401, INVALID_REQUEST, code, message, false);
    }

    public static ApiError of(int status, String type, @Nullable String code, String message) {
        return new ApiError(status, type, code, message, false);
    }

    public ApiError param(@Nullable String param) {
        if (param != null) {
            error.put("param", param);
        }
        return this;
    }

    public ApiError charge(String id) {
        error.put("charge", id);
        return this;
    }

    /** Puts the whole object into the error, under its own type: {@code payment_intent}, {@code setup_intent}… */
    public ApiError about(Document object) {
        error.set(object.word("object"), object.wire());
        return this;
    }

    /** The error as an object keeps it, such as {@code last_payment_error}. */
    public ObjectNode error() {
        return error;
    }

    /** Whether a repetition with the same idempotency key gets this answer again. */
    public boolean stored() {
        return stored;
    }

    public Reply reply() {
        ObjectNode body = Json.object();
        body.set("error", error);
        return new Reply(status, body);
    }
}
