package dev.quayside.gateway.session;

import java.util.UUID;

/** A refresh that went through: whose it is, and the token for the next one. */
public record Renewal(UUID customerId, String refreshToken) {}
