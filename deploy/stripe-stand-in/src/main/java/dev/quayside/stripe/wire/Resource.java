package dev.quayside.stripe.wire;

/** A feature's part of the API. */
public interface Resource {
    void addTo(Routes routes);
}
