package dev.quayside.gateway.customer;

import java.time.Instant;
import java.util.UUID;

/** A customer as that customer sees it. */
record CustomerView(UUID id, String email, String name, Instant createdAt) {}
