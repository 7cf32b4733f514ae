package dev.quayside.gateway.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer as that customer sees it.
 *
 * @param emailVerified whether the customer has shown to read at that address
 * @param hasPassword whether there is a password to ask for; not after signing in by other providers alone
 */
public record CustomerView(
        UUID id, String email, boolean emailVerified, String name, boolean hasPassword, Instant createdAt) {}
