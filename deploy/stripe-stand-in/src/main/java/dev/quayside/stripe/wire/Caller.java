package dev.quayside.stripe.wire;

/** Who calls: a server with a secret key, or a browser with a publishable one. */
public enum Caller {
    SECRET,
    PUBLISHABLE
}
