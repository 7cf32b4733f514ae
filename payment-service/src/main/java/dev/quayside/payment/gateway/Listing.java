package dev.quayside.payment.gateway;

import java.util.List;

/**
 * What a bounded listing found.
 *
 * @param items newest first
 * @param complete whether there was nothing beyond the bound
 */
public record Listing<T>(List<T> items, boolean complete) {}
