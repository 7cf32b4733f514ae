package dev.quayside.local;

import dev.quayside.local.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole shop on loopback: PostgreSQL, Redis, the Stripe stand-in and the four services, each a process of its own, on data that
 * survives. Made with {@link #in}; every method may be called from any thread. Failures are {@link ShopException}s.
 */
public final class LocalShop implements AutoCloseable {
    /** Twelve seconds are usual, and a minute on two cores that build something else. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

    private static final Duration LEFTOVERS_END_WITHIN = Duration.ofSeconds(12);

    private final ShopSettings shop;
    private final ShopListener listener;
    private final Databases databases;
    private final Instances instances;
    private volatile boolean closing;
    private @Nullable ShopLock lock;

    LocalShop(ShopSettings shop, ServiceEnvironment environment, ShopListener listener) {
        this.shop = shop;
        this.listener = listener;
        this.databases = new Databases(shop, this::died);
        this.instances = new Instances(shop, environment, this::died);
    }

    /**
     * A shop to be.
     *
     * @param repository where the built jars are found
     * @param data where it keeps everything; one running shop a directory
     */
    public static LocalShopBuilder in(Path repository, Path data) {
        return new LocalShopBuilder(repository, data);
    }

    /** Starts all of it and returns when each part is ready; when one does not start, nothing is left running. */
    public void start() {
        lock = ShopLock.on(shop.data());
        try {
            instances.requireBuilt();
            instances.runFiles().endLeftovers(LEFTOVERS_END_WITHIN);
            databases.endLeftovers();
            shop.ports().requireFree(shop.neededPorts());
            shop.rotateLogs();
            Together.run(List.of(this::startPostgres, this::startRedis));
            Together.run(shop.services().stream().map(this::starting).toList());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Runnable starting(Service service) {
        return () -> {
            start(service);
            awaitReady(service, STARTS_WITHIN);
        };
    }

    /** Starts one service, on the port that it always has; does nothing when it runs. Does not wait: {@link #awaitReady}. */
    public Instance start(Service service) {
        return instances.start(service);
    }

    /** Waits until the service can do its work. */
    public void awaitReady(Service service, Duration patience) {
        long since = System.nanoTime();
        instance(service).awaitReady(patience);
        listener.ready(service.label(), shop.ports().url(service.port()), sinceNanos(since));
    }

    /** SIGTERM: it finishes what is under way. */
    public void stop(Service service) {
        instance(service).stop();
    }

    /** kill -9. */
    public void kill(Service service) {
        instance(service).kill();
    }

    /** SIGTERM, start and wait. */
    public void restart(Service service) {
        stop(service);
        start(service);
        awaitReady(service, STARTS_WITHIN);
    }

    /** One more process of a service, beside the usual one; ended with the shop at the latest. Does not wait. */
    public Instance startInstance(Service service, int port) {
        return instances.startAnother(service, port);
    }

    /** The usual process of a service. */
    public Instance instance(Service service) {
        return instances
                .find(service)
                .orElseThrow(() -> new IllegalStateException(service.label() + " was never started"));
    }

    /** One more variable for a service, from its next start on; it overrules. */
    public void environment(Service service, String name, String value) {
        instances.environment(service, name, value);
    }

    public void startPostgres() {
        long since = System.nanoTime();
        databases.startPostgres();
        listener.ready("PostgreSQL", "127.0.0.1:" + shop.ports().of(Port.POSTGRES), sinceNanos(since));
    }

    public void stopPostgres() {
        databases.stopPostgres();
    }

    /** kill -9 of the server. */
    public void killPostgres() {
        databases.killPostgres();
    }

    public void startRedis() {
        long since = System.nanoTime();
        databases.startRedis();
        listener.ready("Redis", "127.0.0.1:" + shop.ports().of(Port.REDIS), sinceNanos(since));
    }

    public void stopRedis() {
        databases.stopRedis();
    }

    public String gatewayUrl() {
        return shop.ports().url(Port.GATEWAY);
    }

    /** The gateway's internal listener. */
    public String internalUrl() {
        return shop.ports().url(Port.INTERNAL);
    }

    /** The Stripe that payment-service calls; empty for Stripe's own. */
    public Optional<String> stripeUrl() {
        return shop.stripe().base();
    }

    /** The stand-in, for its control API. */
    public String standInUrl() {
        return shop.ports().url(Port.STRIPE_STAND_IN);
    }

    public String adminApiKey() {
        return shop.secrets().of(Secret.ADMIN_API_KEY);
    }

    /** What signs Stripe's events. */
    public String webhookSecret() {
        return shop.stripe().webhookSecret();
    }

    /** The stand-in's, or the environment's, secret key. */
    public String stripeApiKey() {
        return shop.stripe().apiKey();
    }

    /** The shop's database; users {@code catalog}, {@code orders}, {@code payments}, {@code identity}, {@code postgres}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + shop.ports().of(Port.POSTGRES) + "/" + Schemas.DATABASE;
    }

    /** The password of a database role. */
    public String databasePassword(String role) {
        return RolePasswords.of(shop.secrets()).of(role);
    }

    /** Where everything is kept; logs are in {@code logs}. */
    public Path data() {
        return shop.data();
    }

    private void died(ShopException why) {
        if (!closing) {
            listener.died(why);
        }
    }

    /** Stops all of it; leaves no process. */
    @Override
    public void close() {
        closing = true;
        instances.close();
        databases.close();
        ShopLock held = lock;
        lock = null;
        if (held != null) {
            held.close();
        }
    }

    private static Duration sinceNanos(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
