package dev.quayside.gateway.problem;

import dev.quayside.kit.problem.ProblemCode;

/** The codes that only the gateway answers with. */
public enum GatewayProblem implements ProblemCode {
    INVALID_CREDENTIALS("The email address or the password is wrong"),
    INVALID_REFRESH_TOKEN("The refresh token is not valid"),
    AUDIT_ENTRY_NOT_FOUND("There is no such entry in the audit log"),
    INVALID_INVITATION("The invitation is not valid"),
    API_KEY_EXPIRED("The API key has expired"),
    ADDRESS_NOT_ALLOWED("The API key may not be used from this address"),
    RIGHTS_EXCEEDED("Nobody can give or manage rights beyond their own"),
    API_KEY_NOT_FOUND("There is no such API key"),
    ROLE_NOT_FOUND("There is no such role"),
    USER_NOT_FOUND("There is no such staff user"),
    API_KEY_NAME_TAKEN("Another API key has this name"),
    API_KEY_REVOKED("The API key is revoked"),
    API_KEY_OF_ENVIRONMENT("The API key belongs to the deployment's settings"),
    TOO_MANY_SECRETS("Too many secrets of the API key are good at once"),
    ROLE_EXISTS("There is a role with this name"),
    ROLE_BUILT_IN("The role is built in"),
    ROLE_IN_USE("Staff users have the role"),
    USER_DISABLED("The staff user is disabled"),
    LAST_OWNER("The shop needs an owner who can sign in"),
    INVALID_LINK("The link is not valid"),
    WRONG_PASSWORD("The password is wrong"),
    REQUEST_TIMEOUT("The request did not arrive in time"),
    EMAIL_TAKEN("The email address has an account"),
    EMAIL_ALREADY_VERIFIED("The email address is verified"),
    ADDRESS_BOOK_FULL("There are as many addresses as can be kept"),
    ORDERS_IN_PROGRESS("Orders are still on their way to being paid"),
    PROVIDER_NOT_FOUND("There is no such provider to sign in with"),
    SIGN_IN_NOT_BEGUN("The sign-in was not begun in this browser, or is over"),
    INVALID_SIGN_IN_CODE("The one-time code is not valid"),
    PROVIDER_EMAIL_UNVERIFIED("The provider does not vouch for an email address"),
    RECENT_SIGN_IN_REQUIRED("This needs a sign-in of the last minutes"),
    ACCOUNT_CLOSED("The account is being deleted"),
    ACCOUNT_DISABLED("The account is disabled"),
    CUSTOMER_NOT_FOUND("There is no such customer"),
    IDENTITY_TAKEN("The identity belongs to another account"),
    TOO_MANY_IDENTITIES("There are as many identities as can be kept"),
    LAST_SIGN_IN_METHOD("It is the only way to sign in to the account"),
    SIGNING_KEY_IN_USE("The key signs tokens now"),
    ORIGIN_NOT_ALLOWED("Pages of this origin may not do this"),
    URI_TOO_LONG("The address is too long"),
    WEBSOCKET_NOT_TAKEN("There is no WebSocket here"),
    WEBSOCKET_VERSION("The version of WebSocket is not taken"),
    TOO_MANY_WEBSOCKETS("Too many WebSockets are open"),
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
            case SIGN_IN_NOT_BEGUN, INVALID_SIGN_IN_CODE, WEBSOCKET_NOT_TAKEN -> 400;
            case INVALID_CREDENTIALS, INVALID_REFRESH_TOKEN, INVALID_INVITATION, API_KEY_EXPIRED -> 401;
            case ADDRESS_NOT_ALLOWED,
                    RIGHTS_EXCEEDED,
                    ORIGIN_NOT_ALLOWED,
                    PROVIDER_EMAIL_UNVERIFIED,
                    RECENT_SIGN_IN_REQUIRED,
                    ACCOUNT_DISABLED -> 403;
            case AUDIT_ENTRY_NOT_FOUND, API_KEY_NOT_FOUND, ROLE_NOT_FOUND, USER_NOT_FOUND -> 404;
            case PROVIDER_NOT_FOUND, CUSTOMER_NOT_FOUND -> 404;
            case REQUEST_TIMEOUT -> 408;
            case EMAIL_TAKEN, EMAIL_ALREADY_VERIFIED, ADDRESS_BOOK_FULL, ORDERS_IN_PROGRESS -> 409;
            case API_KEY_NAME_TAKEN, API_KEY_REVOKED, API_KEY_OF_ENVIRONMENT, TOO_MANY_SECRETS -> 409;
            case ROLE_EXISTS, ROLE_BUILT_IN, ROLE_IN_USE, USER_DISABLED, LAST_OWNER, SIGNING_KEY_IN_USE -> 409;
            case ACCOUNT_CLOSED, IDENTITY_TAKEN, TOO_MANY_IDENTITIES, LAST_SIGN_IN_METHOD -> 409;
            case URI_TOO_LONG -> 414;
            case INVALID_LINK, WRONG_PASSWORD -> 422;
            case WEBSOCKET_VERSION -> 426;
            case TOO_MANY_REQUESTS, TOO_MANY_WEBSOCKETS -> 429;
            case BAD_GATEWAY -> 502;
            case GATEWAY_TIMEOUT -> 504;
        };
    }

    @Override
    public String title() {
        return title;
    }
}
