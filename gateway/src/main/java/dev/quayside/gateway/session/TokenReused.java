package dev.quayside.gateway.session;

import java.util.UUID;

/** Fired in the transaction that ends a sign-in because a used token of it came again. */
public record TokenReused(Subject subject, UUID sessionId) {}
