package dev.quayside.catalog.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why units came or went, as the ledger keeps it.
 *
 * @param reason for people
 * @param reservation the order's reservation that moved them, if one did
 * @param returned the single return that brought them back, if it was one
 * @param transfer the transfer that moved them, if it was one
 */
record MovementCause(
        MovementKind kind,
        String reason,
        @Nullable UUID reservation,
        @Nullable UUID returned,
        @Nullable UUID transfer) {

    static MovementCause opened() {
        return new MovementCause(MovementKind.OPENED, "initial stock", null, null, null);
    }

    static MovementCause adjusted(String reason) {
        return new MovementCause(MovementKind.ADJUSTED, reason, null, null, null);
    }

    static MovementCause counted(String reason) {
        return new MovementCause(MovementKind.COUNTED, reason, null, null, null);
    }

    static MovementCause transferred(UUID transfer, String reason) {
        return new MovementCause(MovementKind.TRANSFERRED, reason, null, null, transfer);
    }

    static MovementCause committed(UUID reservation) {
        return new MovementCause(MovementKind.COMMITTED, "order " + reservation, reservation, null, null);
    }

    static MovementCause returned(UUID reservation) {
        return new MovementCause(MovementKind.RETURNED, "order " + reservation, reservation, null, null);
    }

    static MovementCause returned(UUID reservation, UUID by) {
        return new MovementCause(
                MovementKind.RETURNED, "order " + reservation + ", return " + by, reservation, by, null);
    }
}
