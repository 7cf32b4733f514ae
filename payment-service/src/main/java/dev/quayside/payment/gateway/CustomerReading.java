package dev.quayside.payment.gateway;

import org.jspecify.annotations.Nullable;

/**
 * A customer as the processor lists it.
 *
 * @param id the processor's id
 * @param operationId our operation, from its metadata
 */
public record CustomerReading(String id, @Nullable String operationId) {}
