package dev.quayside.gateway.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer as that customer sees it.
 *
 * @param emailVerified whether the customer has shown to read at that address
 */
public record CustomerView(UUID id, String email, boolean emailVerified, String name, Instant createdAt) {}
