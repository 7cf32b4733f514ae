package dev.quayside.gateway.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/** A granted token (RFC 6749, 5.1). */
record TokenAnswer(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("scope") String scope) {

    static TokenAnswer of(String token, Set<String> scopes) {
        return new TokenAnswer(token, "Bearer", AccessTokens.LIFE.toSeconds(), String.join(" ", scopes));
    }
}
