package dev.quayside.gateway.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A refusal of {@code /oauth/token} in the words of RFC 6749, 5.2: that endpoint answers no problem bodies. */
final class TokenFault extends RuntimeException {
    private final String error;
    private final String description;
    private final boolean byBasic;

    /** The body of a refusal. */
    record Body(
            @JsonProperty("error") String error,
            @JsonProperty("error_description") String description) {}

    private TokenFault(String error, String description, boolean byBasic) {
        super(description);
        this.error = error;
        this.description = description;
        this.byBasic = byBasic;
    }

    static TokenFault invalidRequest(String description) {
        return new TokenFault("invalid_request", description, false);
    }

    static TokenFault invalidClient(boolean byBasic) {
        return new TokenFault("invalid_client", "the client id or the secret is wrong", byBasic);
    }

    static TokenFault unsupportedGrant() {
        return new TokenFault("unsupported_grant_type", "the grant is client_credentials", false);
    }

    static TokenFault invalidScope() {
        return new TokenFault("invalid_scope", "the client does not have every scope that it asks for", false);
    }

    Response answer() {
        Response.ResponseBuilder answer = Response.status(error.equals("invalid_client") ? 401 : 400)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Body(error, description));
        if (byBasic) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"quayside\"");
        }
        return answer.build();
    }
}
