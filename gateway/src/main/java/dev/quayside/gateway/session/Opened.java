package dev.quayside.gateway.session;

import java.util.UUID;

/** A new sign-in and its first refresh token. */
public record Opened(UUID sessionId, String refreshToken) {}
