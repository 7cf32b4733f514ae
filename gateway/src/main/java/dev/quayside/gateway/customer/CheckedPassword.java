package dev.quayside.gateway.customer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A password that was found to be the account's, or that the account has none and its owner has just signed in.
 *
 * @param hash what it was compared with: when the account has another by now, the check is worth nothing
 */
public record CheckedPassword(UUID customer, @Nullable String hash) {

    @Override
    public String toString() {
        return "CheckedPassword[" + customer + "]";
    }
}
