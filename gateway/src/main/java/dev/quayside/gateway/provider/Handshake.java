package dev.quayside.gateway.provider;

import java.net.URI;

/**
 * What ties a provider's answer to one sign-in.
 *
 * @param callback where the provider sends the browser back to
 * @param state comes back with the browser
 * @param nonce comes back in the ID token (OpenID Connect Core, 3.1.2.1)
 * @param verifier is shown when the code is redeemed; its hash went with the browser (RFC 7636)
 */
public record Handshake(URI callback, String state, String nonce, String verifier) {

    /** Without the secrets: they must not end up in a log. */
    @Override
    public String toString() {
        return "Handshake[" + callback + "]";
    }
}
