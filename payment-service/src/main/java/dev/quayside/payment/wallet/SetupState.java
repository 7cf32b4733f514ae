package dev.quayside.payment.wallet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A setup at one moment, for those who drive it on. */
record SetupState(UUID id, UUID customerId, @Nullable String stripeId, SetupStatus status, Instant createdAt) {}
