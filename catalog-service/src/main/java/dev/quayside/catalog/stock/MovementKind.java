package dev.quayside.catalog.stock;

import java.util.Locale;

/** Why units came or went. */
enum MovementKind {
    /** The stock that a new variant was created with. */
    OPENED,
    /** Delivered, broken, found: what staff or a script reports. */
    ADJUSTED,
    /** The difference to what was counted. */
    COUNTED,
    /** Gone to an order. */
    COMMITTED,
    /** Back from an order. */
    RETURNED,
    /** From one location to another. */
    TRANSFERRED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
