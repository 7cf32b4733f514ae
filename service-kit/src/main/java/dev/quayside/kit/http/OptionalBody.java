package dev.quayside.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON body that a caller may leave out. Without one there is no content type either, and a resource that takes JSON would refuse that
 * with a 415; so the resource takes text and has it read here.
 */
public final class OptionalBody {
    private OptionalBody() {}

    /**
     * Reads a body; no body, a blank one and {@code null} are what stands for its absence. What is not JSON is a 400; a body whose content
     * type does not say that it is JSON is a 415, as everywhere.
     */
    public static <T> T read(@Nullable String body, HttpHeaders headers, T absent, Class<T> type, ObjectMapper json)
            throws JsonProcessingException {
        if (body == null || body.isBlank()) {
            return absent;
        }
        MediaType sent = headers.getMediaType();
        if (sent == null || !sent.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new NotSupportedException("send JSON");
        }
        return Objects.requireNonNullElse(json.readValue(body, type), absent);
    }
}
