package dev.quayside.gateway.session;

import java.util.UUID;

/** A refresh that went through: whose it is, of which sign-in, and the token for the next one. */
public record Renewal(Subject subject, UUID sessionId, String refreshToken) {}
