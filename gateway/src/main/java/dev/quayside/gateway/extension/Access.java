package dev.quayside.gateway.extension;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who gets through the door to a service. What they may do there is the service's business. */
public enum Access {
    /** Anybody; a token that is sent must be good all the same. */
    PUBLIC,
    /** Customers, staff and scripts. */
    SIGNED_IN,
    /** Staff and scripts. */
    STAFF;

    /** How the configuration writes it: {@code signed-in}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Access> of(String text) {
        return Stream.of(values()).filter(access -> access.text().equals(text)).findFirst();
    }
}
