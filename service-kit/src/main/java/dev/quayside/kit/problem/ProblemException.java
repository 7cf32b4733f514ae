package dev.quayside.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that ends in a problem body. The detail names the ids and says what to do; it is shown to the caller. */
public class ProblemException extends RuntimeException {
    private final transient ProblemCode code;
    private final transient List<Problem.FieldError> errors;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public ProblemException(ProblemCode code, String detail, List<Problem.FieldError> errors) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** A 422 for one field. */
    public static ProblemException invalidField(String field, String code, String message) {
        return new ProblemException(
                CommonProblem.VALIDATION_FAILED,
                field + " " + message,
                List.of(new Problem.FieldError(field, code, message)));
    }

    /** Adds a member of its own to the problem body. */
    public ProblemException with(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    /** Adds a header to the answer, such as {@code Retry-After}. */
    public ProblemException withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
