package dev.quayside.catalog.stock;

import java.util.Locale;

/** Why units came or went. */
enum MovementKind {
    /** The stock that a new variant was created with. */
    OPENED,
    /** Counted, delivered, broken: what staff or a script reports. */
    ADJUSTED,
    /** Gone to an order. */
    COMMITTED,
    /** Back from an order. */
    RETURNED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
