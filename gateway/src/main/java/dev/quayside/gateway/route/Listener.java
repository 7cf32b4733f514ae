package dev.quayside.gateway.route;

import dev.quayside.gateway.token.Audience;

/** The two sides of the gateway. */
public enum Listener {
    /** What the world reaches. */
    PUBLIC(Audience.PUBLIC),
    /** What only the shop's services reach. */
    INTERNAL(Audience.INTERNAL);

    private final Audience audience;

    Listener(Audience audience) {
        this.audience = audience;
    }

    /** Whom a token must be for on this side. */
    public Audience audience() {
        return audience;
    }
}
