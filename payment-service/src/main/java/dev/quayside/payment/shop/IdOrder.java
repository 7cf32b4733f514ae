package dev.quayside.payment.shop;

import java.time.Instant;
import java.util.UUID;

/** The order of ids as PostgreSQL and the audits have it: byte by byte, unsigned. An order's id begins with the time it was made. */
public final class IdOrder {
    private IdOrder() {}

    public static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /** The id right before another: a page after it begins with that one. */
    public static UUID before(UUID id) {
        long low = id.getLeastSignificantBits();
        return new UUID(low == 0 ? id.getMostSignificantBits() - 1 : id.getMostSignificantBits(), low - 1);
    }

    /** No id that was made at this moment or later sorts before this one. */
    public static UUID at(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }
}
