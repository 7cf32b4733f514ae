package dev.quayside.gateway.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a browser brought back from a provider.
 *
 * @param issuer who says to have sent it (RFC 9207), if the provider does that
 */
public record AuthorizationAnswer(String code, @Nullable String issuer) {

    /** Without the code: it must not end up in a log. */
    @Override
    public String toString() {
        return "AuthorizationAnswer[" + issuer + "]";
    }
}
