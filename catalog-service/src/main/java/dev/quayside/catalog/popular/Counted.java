package dev.quayside.catalog.popular;

import java.time.Instant;

/**
 * What queries of one key were counted together.
 *
 * @param shown one of their spellings
 */
record Counted(String shown, long searches) {
    private static final double HALF_AFTER_SECONDS = 14 * 86_400;

    Counted plus(Counted other) {
        return new Counted(shown, searches + other.searches);
    }

    /**
     * What a number of searches weighs that are made now: millionths of a logarithm, which grows by that of 2 every two weeks. That is the same
     * as that all earlier searches count half.
     */
    static long weight(Instant now, double searches) {
        return Math.round(1_000_000 * (grown(now) + Math.log(searches)));
    }

    /** How many searches of now weigh as much. */
    static long searches(Instant now, long weight) {
        return Math.round(Math.exp(weight / 1_000_000d - grown(now)));
    }

    private static double grown(Instant now) {
        return now.getEpochSecond() * Math.log(2) / HALF_AFTER_SECONDS;
    }
}
