package dev.quayside.catalog.cache;

/**
 * Which transactions a statement sees, as PostgreSQL writes it ({@code pg_snapshot}).
 *
 * @param xmin all below are over
 * @param xmax none from here on had begun
 */
record Snapshot(String text, long xmin, long xmax) {
    static Snapshot parse(String text) {
        String[] parts = text.split(":", -1);
        return new Snapshot(text, Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** False when the server has gone back: another one answers, or it was restored. */
    boolean isAfter(Snapshot other) {
        return xmin >= other.xmin && xmax >= other.xmax;
    }
}
