package dev.quayside.order.testing;

/** What can go wrong with one call to another service. */
public enum Fault {
    /** The call is not taken: a 503, nothing done. */
    REFUSED,
    /** The work is done, its answer does not arrive: a 502. */
    ANSWER_LOST,
    /** The work is done, its answer comes too late. */
    HANGS,
    /** The work is done twice, as by a proxy that retries. */
    REPEATED,
    /** The token is not taken: a 401. */
    UNAUTHENTICATED,
    /** A 404 that no service has coded, as from a gateway without the route. */
    BARE_NOT_FOUND
}
