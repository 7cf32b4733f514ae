package dev.quayside.gateway.customer;

import java.util.Locale;

/** How addresses are kept and compared: trimmed and in lower case, so that one person has one account. */
public final class EmailAddress {
    /** A local part and a host in visible ASCII; whether anyone reads there only a mail can tell. */
    public static final String FORM = "[!-?A-~]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";

    private EmailAddress() {}

    /** Leaves a missing address missing: validation refuses it right after this. */
    public static String normalise(String sent) {
        return sent == null ? sent : sent.strip().toLowerCase(Locale.ROOT);
    }
}
