package dev.quayside.catalog.bulk;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The keys of a file, each with the line that had it first. A key is kept as 64 bits of its SHA-256, twelve bytes in all: two of
 * a million keys are taken for one another once in about forty million files.
 */
public final class SeenKeys {
    static final int MOST = 1_000_000;

    private final MessageDigest digest = sha256();
    private long[] keys = new long[1 << 12];
    private int[] lines = new int[1 << 12];
    private int size;

    /** The line that had the key first, or 0 if it is new; then it is this line's. */
    public long first(String key, long line) {
        long hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        int slot = slot(keys, lines, hash);
        if (lines[slot] != 0) {
            return lines[slot];
        }
        if (size == MOST) {
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE, "a file may name " + MOST + " keys; divide it");
        }
        keys[slot] = hash;
        lines[slot] = Math.toIntExact(line);
        if (++size > keys.length / 2) {
            grow();
        }
        return 0;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreLines = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (lines[i] != 0) {
                int slot = slot(moreKeys, moreLines, keys[i]);
                moreKeys[slot] = keys[i];
                moreLines[slot] = lines[i];
            }
        }
        keys = moreKeys;
        lines = moreLines;
    }

    private static int slot(long[] keys, int[] lines, long hash) {
        int mask = keys.length - 1;
        int slot = (int) hash & mask;
        while (lines[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
