package dev.quayside.gateway.proxy;

import java.util.Map;

/**
 * Whom the gateway vouches for when it forwards a request.
 *
 * @param address as it is counted
 * @param headers who calls, from where, under which request id
 */
public record Caller(String address, Map<String, String> headers) {}
