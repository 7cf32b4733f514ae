package dev.quayside.gateway.route;

/** Who answers a route. */
public enum Destination {
    /** The gateway's own endpoints. */
    GATEWAY,
    CATALOG,
    ORDER,
    PAYMENT
}
