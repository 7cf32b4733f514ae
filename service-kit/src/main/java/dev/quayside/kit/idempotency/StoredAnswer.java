package dev.quayside.kit.idempotency;

import dev.quayside.kit.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * An answer that is kept for a key: a 2xx or a final 4xx.
 *
 * @param status the HTTP status
 * @param body the JSON body, without any secret
 * @param replayed whether it was stored by an earlier request
 */
public record StoredAnswer(int status, String body, boolean replayed) {
    /** The header that tells a caller that its answer is an earlier one. */
    public static final String REPLAYED_HEADER = "Idempotent-Replayed";

    public static StoredAnswer first(int status, String body) {
        return new StoredAnswer(status, body, false);
    }

    /** The answer on the wire, marked when it is an earlier one. */
    public Response toResponse() {
        return Response.status(status)
                .type(status >= 400 ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON)
                .entity(body)
                .header(REPLAYED_HEADER, replayed ? "true" : null)
                .build();
    }
}
