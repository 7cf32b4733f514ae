package dev.quayside.order.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.money.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body that asks for a capture; it can be left out.
 *
 * @param amount null for all that is authorised
 */
record CaptureRequest(@Nullable Money amount) {
    private static final CaptureRequest ALL = new CaptureRequest(null);

    /** Reads a body that may be missing: without one there is no content type either, and it is read by that elsewhere. */
    static CaptureRequest read(@Nullable String body, ObjectMapper json) throws JsonProcessingException {
        return body == null || body.isBlank()
                ? ALL
                : Objects.requireNonNullElse(json.readValue(body, CaptureRequest.class), ALL);
    }
}
