package dev.quayside.gateway.problem;

import dev.quayside.kit.problem.ProblemCode;

/** The codes that only the gateway answers with. */
public enum GatewayProblem implements ProblemCode {
    INVALID_CREDENTIALS("The email address or the password is wrong"),
    INVALID_REFRESH_TOKEN("The refresh token is not valid"),
    REQUEST_TIMEOUT("The request did not arrive in time"),
    EMAIL_TAKEN("The email address has an account"),
    SIGNING_KEY_IN_USE("The key signs tokens now"),
    ORIGIN_NOT_ALLOWED("Pages of this origin may not do this"),
    URI_TOO_LONG("The address is too long"),
    TOO_MANY_REQUESTS("Too many requests"),
    BAD_GATEWAY("The service behind the gateway could not be reached"),
    GATEWAY_TIMEOUT("The service behind the gateway did not answer in time");

    private final String title;

    GatewayProblem(String title) {
        this.title = title;
    }

    @Override
    public int status() {
        return switch (this) {
            case INVALID_CREDENTIALS, INVALID_REFRESH_TOKEN -> 401;
            case ORIGIN_NOT_ALLOWED -> 403;
            case REQUEST_TIMEOUT -> 408;
            case EMAIL_TAKEN, SIGNING_KEY_IN_USE -> 409;
            case URI_TOO_LONG -> 414;
            case TOO_MANY_REQUESTS -> 429;
            case BAD_GATEWAY -> 502;
            case GATEWAY_TIMEOUT -> 504;
        };
    }

    @Override
    public String title() {
        return title;
    }
}
