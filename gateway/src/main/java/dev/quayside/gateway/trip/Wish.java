package dev.quayside.gateway.trip;

/**
 * What a page wants that sends its browser to a provider.
 *
 * @param returnTo the page that gets the code
 * @param challenge the SHA-256 of what that page will show with the code (RFC 7636, S256)
 */
record Wish(String returnTo, String challenge) {}
