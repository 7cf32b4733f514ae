package dev.quayside.local;

import java.nio.file.Path;

/** The processes that the shop is made of, beside its databases. */
public enum Service {
    GATEWAY("gateway", Port.GATEWAY),
    CATALOG("catalog-service", Port.CATALOG),
    ORDER("order-service", Port.ORDER),
    PAYMENT("payment-service", Port.PAYMENT),
    STRIPE_STAND_IN("stripe-stand-in", Port.STRIPE_STAND_IN);

    private final String label;
    private final Port port;

    Service(String label, Port port) {
        this.label = label;
        this.port = port;
    }

    /** Its name: of the module, of the log file and, for the services that call others, of the OAuth client. */
    public String label() {
        return label;
    }

    public Port port() {
        return port;
    }

    /** The jar to run, as the build leaves it. */
    Path jar(Path repository) {
        return switch (this) {
            case GATEWAY, CATALOG, ORDER, PAYMENT -> repository.resolve(label + "/target/quarkus-app/quarkus-run.jar");
            case STRIPE_STAND_IN ->
                repository.resolve("deploy/stripe-stand-in/target/quayside-stripe-stand-in-1.0.0-SNAPSHOT.jar");
        };
    }

    /** The path that answers 200 once it can do its work. */
    String readyPath() {
        return switch (this) {
            case GATEWAY, CATALOG, ORDER, PAYMENT -> "/q/health/ready";
            case STRIPE_STAND_IN -> "/_test/health";
        };
    }
}
