package dev.quayside.local;

/** Everything that listens on loopback, with its usual port and the settings that move it. */
public enum Port {
    GATEWAY("gateway", 8080, "QUAYSIDE_PORT", "--port"),
    INTERNAL("gateway's internal listener", 8090, "QUAYSIDE_INTERNAL_PORT", "--internal-port"),
    CATALOG("catalog-service", 8081, "QUAYSIDE_CATALOG_PORT", "--catalog-port"),
    ORDER("order-service", 8082, "QUAYSIDE_ORDER_PORT", "--order-port"),
    PAYMENT("payment-service", 8083, "QUAYSIDE_PAYMENT_PORT", "--payment-port"),
    STRIPE_STAND_IN("Stripe stand-in", 8084, "QUAYSIDE_STRIPE_PORT", "--stripe-port"),
    POSTGRES("PostgreSQL", 54329, "QUAYSIDE_DB_PORT", "--db-port"),
    REDIS("Redis", 63790, "QUAYSIDE_REDIS_PORT", "--redis-port");

    private final String owner;
    private final int usual;
    private final String variable;
    private final String option;

    Port(String owner, int usual, String variable, String option) {
        this.owner = owner;
        this.usual = usual;
        this.variable = variable;
        this.option = option;
    }

    /** Who listens there. */
    public String owner() {
        return owner;
    }

    public int usual() {
        return usual;
    }

    /** The environment variable that moves it. */
    public String variable() {
        return variable;
    }

    /** The option of {@code deploy/up} that moves it. */
    public String option() {
        return option;
    }
}
