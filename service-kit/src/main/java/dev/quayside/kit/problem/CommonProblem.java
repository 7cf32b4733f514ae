package dev.quayside.kit.problem;

/** The codes that any endpoint can answer with. */
public enum CommonProblem implements ProblemCode {
    MALFORMED_REQUEST("The request could not be read"),
    INVALID_PARAMETER("A parameter is not valid"),
    UNAUTHENTICATED("A valid token is needed"),
    FORBIDDEN("The token does not allow this"),
    NOT_FOUND("There is no such resource"),
    METHOD_NOT_ALLOWED("The resource does not take this method"),
    NOT_ACCEPTABLE("The resource cannot be given in that form"),
    UNSUPPORTED_MEDIA_TYPE("The body's media type is not taken here"),
    BODY_TOO_LARGE("The body is too large"),
    VALIDATION_FAILED("The request is well-formed but not valid"),
    PRECONDITION_REQUIRED("If-Match is needed"),
    STALE("The resource has changed since it was read"),
    IDEMPOTENCY_KEY_REQUIRED("Idempotency-Key is needed"),
    IDEMPOTENCY_KEY_REUSED("The Idempotency-Key was used for another request"),
    REQUEST_IN_PROGRESS("The same request is still running"),
    BUSY("The resource is busy"),
    UPSTREAM_UNAVAILABLE("A service that is needed did not answer"),
    INTERNAL_ERROR("The service failed");

    private final String title;

    CommonProblem(String title) {
        this.title = title;
    }

    @Override
    public int status() {
        return switch (this) {
            case MALFORMED_REQUEST, INVALID_PARAMETER, IDEMPOTENCY_KEY_REQUIRED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case REQUEST_IN_PROGRESS -> 409;
            case STALE -> 412;
            case BODY_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case VALIDATION_FAILED, IDEMPOTENCY_KEY_REUSED -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case INTERNAL_ERROR -> 500;
            case BUSY, UPSTREAM_UNAVAILABLE -> 503;
        };
    }

    @Override
    public String title() {
        return title;
    }
}
