package dev.quayside.catalog.popular;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has made which query on one day: digests under a random key that is never written anywhere and goes with the day, so that nobody can
 * be looked up.
 */
final class Seen {
    /** Callers of queries; more of them are not counted until the day ends. About 6 MB. */
    private static final int MOST = 50_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final long day;
    private final byte[] key = new byte[32];
    private final Set<Long> queries = ConcurrentHashMap.newKeySet();
    private final Set<Long> callers = ConcurrentHashMap.newKeySet();

    Seen(long day) {
        this.day = day;
        RANDOM.nextBytes(key);
    }

    boolean isOf(long other) {
        return day == other;
    }

    /** Whether the query is new from this caller, and was made by another one before. */
    boolean isFromAnother(String query, String caller) {
        return callers.size() < MOST && callers.add(digest(query, caller)) && !queries.add(digest(query, ""));
    }

    private long digest(String query, String caller) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(key);
            sha256.update(query.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(caller.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha256.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
