package dev.quayside.catalog.review;

/**
 * How helpful a review is found.
 *
 * @param helpful how many customers find it helpful
 * @param voted whether the caller is one of them
 */
public record VoteView(int helpful, boolean voted) {}
