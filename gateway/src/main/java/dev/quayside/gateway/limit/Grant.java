package dev.quayside.gateway.limit;

/**
 * What a bucket gave to one question.
 *
 * @param verdict on the try itself
 * @param inAdvance tries that were taken together with it, to be spent without another question
 */
record Grant(Verdict verdict, long inAdvance) {}
