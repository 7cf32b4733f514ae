package dev.quayside.local.secret;

/** The secrets of a shop: how each is called in its file, and what comes before its random part. */
public enum Secret {
    ADMIN_API_KEY("admin.api-key", "sk_local_"),
    STRIPE_API_KEY("stripe.api-key", "sk_test_"),
    STRIPE_PUBLISHABLE_KEY("stripe.publishable-key", "pk_test_"),
    STRIPE_WEBHOOK_SECRET("stripe.webhook-secret", "whsec_"),
    ORDER_TOKEN_KEY("order.token-key", ""),
    CATALOG_CLIENT("client.catalog-service", ""),
    ORDER_CLIENT("client.order-service", ""),
    PAYMENT_CLIENT("client.payment-service", ""),
    POSTGRES_ROLE("database.postgres", ""),
    CATALOG_ROLE("database.catalog", ""),
    ORDERS_ROLE("database.orders", ""),
    PAYMENTS_ROLE("database.payments", ""),
    IDENTITY_ROLE("database.identity", ""),
    REDIS("redis.password", "");

    private final String key;
    private final String prefix;

    Secret(String key, String prefix) {
        this.key = key;
        this.prefix = prefix;
    }

    String key() {
        return key;
    }

    String prefix() {
        return prefix;
    }
}
