package dev.quayside.gateway.identity;

import java.util.UUID;

/**
 * Fired in the transaction in which an account whose address nobody had verified went to whoever has the address.
 *
 * @param provider who vouches for that
 */
public record AccountClaimed(UUID customer, String provider) {}
