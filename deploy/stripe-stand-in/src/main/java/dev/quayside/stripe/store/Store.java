package dev.quayside.stripe.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in's memory: maps of text in one MVStore, in a file or in memory. Commits write to the page cache, which
 * survives the death of the process; nothing promises to survive the death of the machine.
 */
public final class Store implements AutoCloseable {
    private static final int CACHE_MEGABYTES = 64;
    private static final int COMMITS_BETWEEN_COMPACTIONS = 2_000;
    private static final int FILL_RATE_PERCENT = 40;
    private static final int COMPACTION_BYTES = 8 * 1024 * 1024;

    private final MVStore store;
    private final boolean durable;
    private final Map<String, Documents> byPrefix = new HashMap<>();
    private final Map<String, MVMap<String, String>> maps = new HashMap<>();
    private final StandInClock clock;
    private final Ids ids;
    private int commits;

    /** Opens the state in this directory; null is a state that ends with this object. */
    public Store(@Nullable Path directory) {
        // A background writer would commit the first half of an act; commits are ours alone.
        MVStore.Builder builder = new MVStore.Builder()
                .autoCommitDisabled()
                .cacheSize(CACHE_MEGABYTES)
                .compress();
        this.durable = directory != null;
        this.store = directory == null
                ? builder.open()
                : builder.fileName(file(directory).toString()).open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        this.clock = new StandInClock(map("clock"));
        this.ids = new Ids(map("sequence"));
    }

    private static Path file(Path directory) {
        try {
            return Files.createDirectories(directory).resolve("stripe-stand-in.mv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StandInClock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public MVMap<String, String> map(String name) {
        return maps.computeIfAbsent(
                name,
                key -> store.openMap(
                        key,
                        new MVMap.Builder<String, String>()
                                .keyType(StringDataType.INSTANCE)
                                .valueType(StringDataType.INSTANCE)));
    }

    /** The collection of one kind of object; lists filtered by an indexed field do not scan the others. */
    public Documents documents(String object, String prefix, String... indexed) {
        return byPrefix.computeIfAbsent(
                prefix,
                key -> new Documents(
                        object, key, map(object), new Index(map(object + ".index"), List.of(indexed)), this));
    }

    /** Finds an object of any kind by its prefixed id. */
    public Optional<Document> find(String id) {
        int end = id.indexOf('_');
        return Optional.ofNullable(end < 0 ? null : byPrefix.get(id.substring(0, end)))
                .flatMap(documents -> documents.find(id));
    }

    /** How many objects of each kind there are. */
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        byPrefix.values().forEach(documents -> sizes.put(documents.object(), documents.size()));
        return sizes;
    }

    void commit() {
        store.commit();
        if (durable && ++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            store.compact(FILL_RATE_PERCENT, COMPACTION_BYTES);
        }
    }

    void rollback() {
        store.rollback();
        ids.reload();
        clock.reload();
    }

    /** Forgets everything, the clock's offset included. */
    public void clear() {
        maps.values().forEach(MVMap::clear);
        ids.reload();
        clock.reload();
    }

    @Override
    public void close() {
        store.close();
    }
}
