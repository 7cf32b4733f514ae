package dev.quayside.gateway.trip;

import dev.quayside.gateway.provider.Handshake;
import java.net.URI;

/**
 * The two secrets of a trip. What only the provider and we may know is derived from both, so that it is stored nowhere: who sees the
 * state alone, in an address, cannot redeem a code, and neither can who reads the database.
 *
 * @param state travels in addresses
 * @param browser stays in the browser's cookie
 */
record Ticket(String state, String browser) {

    static Ticket forBrowser(String browser) {
        return new Ticket(Hashes.random(), browser);
    }

    Handshake handshake(URI callback) {
        return new Handshake(
                callback,
                state,
                Hashes.derived(browser, "nonce " + state),
                Hashes.derived(browser, "code verifier " + state));
    }

    /** Without both: they must not end up in a log. */
    @Override
    public String toString() {
        return "Ticket[]";
    }
}
