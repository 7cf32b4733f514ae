package dev.quayside.payment.opening;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose a PaymentIntent is. */
public record Adoption(Kind kind, @Nullable UUID orderIdOrNull) {
    /** The three things that a PaymentIntent can be to this service. */
    public enum Kind {
        /** The one of its order. */
        OWN,
        /** Made for an order that has another one: nobody can pay it, and it is to be cancelled. */
        ORPHAN,
        /** Not made here. */
        FOREIGN
    }

    public static Adoption foreign() {
        return new Adoption(Kind.FOREIGN, null);
    }

    /** The order that it was made for; throws for a foreign one. */
    public UUID orderId() {
        return Objects.requireNonNull(orderIdOrNull);
    }
}
