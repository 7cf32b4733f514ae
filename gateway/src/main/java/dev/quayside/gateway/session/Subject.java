package dev.quayside.gateway.session;

import java.time.Duration;
import java.util.UUID;

/** Whose sign-in it is. */
public record Subject(Kind kind, UUID id) {
    /** The kinds of those who sign in. */
    public enum Kind {
        CUSTOMER(Duration.ofDays(30)),
        /** Has more to lose: a day without a refresh ends the sign-in. */
        STAFF(Duration.ofDays(1));

        private final Duration life;

        Kind(Duration life) {
            this.life = life;
        }

        /** How long a refresh token waits to be used. */
        Duration life() {
            return life;
        }
    }

    public static Subject customer(UUID id) {
        return new Subject(Kind.CUSTOMER, id);
    }

    public static Subject staff(UUID id) {
        return new Subject(Kind.STAFF, id);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + id;
    }
}
