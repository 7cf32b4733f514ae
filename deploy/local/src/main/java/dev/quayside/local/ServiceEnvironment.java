package dev.quayside.local;

import dev.quayside.local.secret.Secret;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The environment of each process: what the launcher itself was given, without what is another's, and then its own settings. */
final class ServiceEnvironment {
    private final ShopSettings shop;
    private final Map<String, String> inherited;
    private final String redisUrl;

    ServiceEnvironment(ShopSettings shop, Map<String, String> inherited) {
        this.shop = shop;
        this.inherited = inherited;
        this.redisUrl = "redis://:" + shop.secrets().of(Secret.REDIS) + "@127.0.0.1:"
                + shop.ports().of(Port.REDIS);
    }

    /**
     * The whole environment of one process.
     *
     * @param port where it listens: a second instance has another than the first
     */
    Map<String, String> of(Service service, int port) {
        Map<String, String> environment = new TreeMap<>(inherited);
        environment.keySet().removeIf(ServiceEnvironment::isNotForServices);
        environment.keySet().removeIf(name -> service != Service.CATALOG && name.startsWith("QUAYSIDE_MEDIA_"));
        // Nobody sends requests elsewhere while an only instance stops, so that there is nothing to wait for.
        environment.putIfAbsent("QUAYSIDE_SHUTDOWN_DELAY", "0S");
        environment.put(
                "QUAYSIDE_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        environment.putAll(
                switch (service) {
                    case GATEWAY -> gateway(port);
                    case CATALOG -> catalog(port);
                    case ORDER -> order(port);
                    case PAYMENT -> payment(port);
                    case STRIPE_STAND_IN -> standIn(port);
                });
        return environment;
    }

    /** Stripe's keys are for payment-service alone, and the launcher's ports mean nothing to a service. */
    private static boolean isNotForServices(String name) {
        return name.startsWith("STRIPE_")
                || Arrays.stream(Port.values()).anyMatch(port -> port.variable().equals(name));
    }

    private Map<String, String> gateway(int port) {
        Map<String, String> environment = service(Service.GATEWAY, "identity", Secret.IDENTITY_ROLE, port);
        environment.put("QUAYSIDE_REDIS_URL", redisUrl);
        environment.put("QUAYSIDE_INTERNAL_HOST", "127.0.0.1");
        environment.put("QUAYSIDE_INTERNAL_PORT", Integer.toString(shop.ports().of(Port.INTERNAL)));
        environment.put("QUAYSIDE_CATALOG_URL", shop.ports().url(Port.CATALOG));
        environment.put("QUAYSIDE_ORDER_URL", shop.ports().url(Port.ORDER));
        environment.put("QUAYSIDE_PAYMENT_URL", shop.ports().url(Port.PAYMENT));
        environment.put("QUAYSIDE_ADMIN_API_KEY", shop.secrets().of(Secret.ADMIN_API_KEY));
        environment.put(
                "QUAYSIDE_SIGNING_KEYS_DIR", shop.data().resolve("signing-keys").toString());
        environment.put("QUAYSIDE_MAIL_DIR", shop.data().resolve("mail").toString());
        environment.put("QUAYSIDE_CATALOG_CLIENT_SECRET", shop.secrets().of(Secret.CATALOG_CLIENT));
        environment.put("QUAYSIDE_ORDER_CLIENT_SECRET", shop.secrets().of(Secret.ORDER_CLIENT));
        environment.put("QUAYSIDE_PAYMENT_CLIENT_SECRET", shop.secrets().of(Secret.PAYMENT_CLIENT));
        environment.putIfAbsent("QUAYSIDE_MODE", "development");
        return environment;
    }

    private Map<String, String> catalog(int port) {
        Map<String, String> environment = service(Service.CATALOG, "catalog", Secret.CATALOG_ROLE, port);
        environment.put("QUAYSIDE_CLIENT_SECRET", shop.secrets().of(Secret.CATALOG_CLIENT));
        environment.put("QUAYSIDE_REDIS_URL", redisUrl);
        // What was inherited is left as it is: whoever names a folder of their own means it.
        if (!inherited.containsKey("QUAYSIDE_MEDIA_DIR")) {
            environment.put("QUAYSIDE_MEDIA_DIR", shop.data().resolve("media").toString());
        }
        return environment;
    }

    private Map<String, String> order(int port) {
        Map<String, String> environment = service(Service.ORDER, "orders", Secret.ORDERS_ROLE, port);
        environment.put("QUAYSIDE_CLIENT_SECRET", shop.secrets().of(Secret.ORDER_CLIENT));
        environment.put("QUAYSIDE_ORDER_TOKEN_KEY", shop.secrets().of(Secret.ORDER_TOKEN_KEY));
        return environment;
    }

    private Map<String, String> payment(int port) {
        Map<String, String> environment = service(Service.PAYMENT, "payments", Secret.PAYMENTS_ROLE, port);
        environment.put("QUAYSIDE_CLIENT_SECRET", shop.secrets().of(Secret.PAYMENT_CLIENT));
        environment.put("STRIPE_API_KEY", shop.stripe().apiKey());
        environment.put("STRIPE_PUBLISHABLE_KEY", shop.stripe().publishableKey());
        environment.put("STRIPE_WEBHOOK_SECRET", shop.stripe().webhookSecret());
        shop.stripe().base().ifPresent(base -> {
            environment.put("STRIPE_API_BASE", base);
            environment.put("STRIPE_BROWSER_API_BASE", base);
        });
        return environment;
    }

    private Map<String, String> standIn(int port) {
        return Map.of(
                "STRIPE_STAND_IN_HOST", "127.0.0.1",
                "STRIPE_STAND_IN_PORT", Integer.toString(port),
                "STRIPE_STAND_IN_DATA", shop.data().resolve("stripe").toString(),
                "STRIPE_STAND_IN_WEBHOOK_URL", shop.ports().url(Port.GATEWAY) + "/v1/webhooks/stripe",
                "STRIPE_STAND_IN_WEBHOOK_SECRET", shop.stripe().webhookSecret());
    }

    private Map<String, String> service(Service service, String role, Secret password, int port) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUAYSIDE_CLIENT_ID", service.label());
        environment.put("QUAYSIDE_DB_URL", jdbcUrl());
        environment.put("QUAYSIDE_DB_USER", role);
        environment.put("QUAYSIDE_DB_PASSWORD", shop.secrets().of(password));
        environment.put("QUAYSIDE_GATEWAY_INTERNAL_URL", shop.ports().url(Port.INTERNAL));
        return environment;
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + shop.ports().of(Port.POSTGRES) + "/" + Schemas.DATABASE;
    }
}
