package dev.quayside.catalog.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Where files are kept. A store that does not answer is a 503; calls are bounded in time and may be repeated. */
public interface ObjectStore {
    /** Stores bytes under a key, durably when it returns. Under a key there is only ever the same content. */
    void put(String key, byte[] content, String mediaType);

    /** Stores a file, unless its key is there already. */
    void put(String key, Path file, String mediaType);

    /** Opens what is under a key; empty if there is nothing. */
    Optional<StoredObject> open(String key);

    /** Deletes what is under these keys; a key with nothing under it is well. */
    void delete(Collection<String> keys);

    /** Deletes what a crash has left of a file that was being stored, begun before a time. */
    void deleteUnfinished(Instant before);
}
