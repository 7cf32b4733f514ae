package dev.quayside.gateway.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer as staff see it; what else is in an account is shown to its owner alone.
 *
 * @param status {@code active} or {@code disabled}
 * @param hasPassword whether there is one, of whatever kind its hash is
 */
public record AdminCustomerView(
        UUID id,
        String email,
        boolean emailVerified,
        String name,
        String status,
        boolean hasPassword,
        Instant createdAt) {}
