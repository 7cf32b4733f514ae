package dev.quayside.gateway.token;

import dev.quayside.gateway.change.AdminChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Says what an admin did to the signing keys. Keys are files: the word comes after the deed, in a transaction of its own. */
@ApplicationScoped
class KeyChanges {
    private static final String TYPE = "signing_key";

    private final Event<AdminChange> changes;

    KeyChanges(Event<AdminChange> changes) {
        this.changes = changes;
    }

    /** A key was made or brought forward; {@code nothingNew} when it had been waiting for its time, and does. */
    @Transactional
    void rotated(KeyView key, boolean nothingNew) {
        changes.fire(new AdminChange("signing_key.rotated", TYPE, key.id(), nothingNew ? key : null, key));
    }

    @Transactional
    void withdrawn(String id) {
        changes.fire(new AdminChange("signing_key.withdrawn", TYPE, id, Map.of("id", id), null));
    }
}
