package dev.quayside.gateway.session;

import java.util.UUID;

/** A sign-in that was just made, with its first refresh token. */
public record Opened(UUID sessionId, String refreshToken) {

    /** Without the token: it must not end up in a log. */
    @Override
    public String toString() {
        return "Opened[" + sessionId + "]";
    }
}
