package dev.quayside.gateway.problem;

import dev.quayside.kit.problem.ProblemCode;

/** The codes that only the gateway answers with. */
public enum GatewayProblem implements ProblemCode {
    INVALID_CREDENTIALS("The email address or the password is wrong"),
    INVALID_REFRESH_TOKEN("The refresh token is not valid"),
    INVALID_LINK("The link is not valid"),
    WRONG_PASSWORD("The password is wrong"),
    REQUEST_TIMEOUT("The request did not arrive in time"),
    EMAIL_TAKEN("The email address has an account"),
    EMAIL_ALREADY_VERIFIED("The email address is verified"),
    ADDRESS_BOOK_FULL("There are as many addresses as can be kept"),
    ORDERS_IN_PROGRESS("Orders are still on their way to being paid"),
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
            case REQUEST_TIMEOUT -> 408;
            case EMAIL_TAKEN, EMAIL_ALREADY_VERIFIED, ADDRESS_BOOK_FULL, ORDERS_IN_PROGRESS -> 409;
            case INVALID_LINK, WRONG_PASSWORD -> 422;
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
