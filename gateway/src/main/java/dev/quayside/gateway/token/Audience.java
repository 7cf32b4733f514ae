package dev.quayside.gateway.token;

import dev.quayside.kit.security.TokenVerifier;

/** Whom a token is for: it is good on one side only. */
public enum Audience {
    /** What customers, staff and scripts call. */
    PUBLIC(TokenVerifier.PUBLIC_AUDIENCE),
    /** What services call. */
    INTERNAL(TokenVerifier.INTERNAL_AUDIENCE);

    private final String claim;

    Audience(String claim) {
        this.claim = claim;
    }

    /** The token's {@code aud}. */
    public String claim() {
        return claim;
    }
}
