package dev.quayside.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The problem body on the wire (RFC 9457), with our code, the fields at fault and the request's id. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        String code,
        List<FieldError> errors,
        @Nullable String requestId,
        @JsonIgnore Map<String, Object> extensions) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field at fault: its path in the body, a stable code and a sentence. */
    public record FieldError(String field, String code, String message) {}

    @JsonAnyGetter
    Map<String, Object> more() {
        return extensions;
    }

    /** The body for a problem. */
    public static Problem of(ProblemException problem, @Nullable String instance, @Nullable String requestId) {
        ProblemCode code = problem.code();
        return new Problem(
                "urn:quayside:problem:" + code.code(),
                code.title(),
                code.status(),
                problem.getMessage(),
                instance,
                code.code(),
                problem.errors(),
                requestId,
                problem.extensions());
    }
}
