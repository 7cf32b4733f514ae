package dev.quayside.payment.gateway;

/**
 * One sending of an operation.
 *
 * @param key the operation's idempotency key, committed before
 * @param first whether the operation was never sent before: only then does a refusal at the door prove that nothing was done
 * @param patience how long to wait
 */
public record Attempt(String key, boolean first, Patience patience) {}
