package dev.quayside.gateway.customer;

import java.util.UUID;

/**
 * A password that was found to be the account's.
 *
 * @param hash what it was compared with: when the account has another by now, the check is worth nothing
 */
public record CheckedPassword(UUID customer, String hash) {

    @Override
    public String toString() {
        return "CheckedPassword[" + customer + "]";
    }
}
