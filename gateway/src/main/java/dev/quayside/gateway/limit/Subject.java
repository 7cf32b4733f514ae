package dev.quayside.gateway.limit;

import java.util.Set;

/**
 * Whom a request is counted for: whoever is signed in, by a token or an API key, or else the address that it comes from. An office or
 * a mobile network behind one address is many people; signed in, each has a limit of their own.
 *
 * @param id the token's subject, or the address as {@link ClientAddresses} gives it for counting
 */
public record Subject(Kind kind, String id) {
    /** What is counted. */
    public enum Kind {
        ADDRESS,
        CUSTOMER,
        KEY
    }

    /** Who holds a token: a customer, or else staff or a script. */
    public static Subject signedIn(Set<String> groups, String id) {
        return new Subject(groups.contains("customer") ? Kind.CUSTOMER : Kind.KEY, id);
    }

    /** Who is not known. */
    public static Subject address(String address) {
        return new Subject(Kind.ADDRESS, address);
    }
}
