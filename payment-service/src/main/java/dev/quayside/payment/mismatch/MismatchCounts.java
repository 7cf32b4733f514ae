package dev.quayside.payment.mismatch;

/** How many mismatches a run has found, how many of them still stand, and how many are repaired. */
public record MismatchCounts(long found, long open, long repaired) {}
