package dev.quayside.endtoend.testing;

import dev.quayside.kit.testing.CompiledPaths;
import dev.quayside.kit.testing.SignInServer;
import dev.quayside.local.LocalShop;
import dev.quayside.local.LocalShopBuilder;
import dev.quayside.local.Port;
import dev.quayside.local.Ports;
import dev.quayside.local.Service;
import dev.quayside.local.ShopData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The running shop, started when the first test needs it and stopped after the last. Its data is a temporary directory's, on the disk
 * that every program of the machine can use; its logs end in {@code target/shop-logs}.
 */
public final class Shop implements BeforeAllCallback {
    private static final Path REPOSITORY = Path.of(System.getProperty("quayside.repository"));
    public static final String USUAL_WINDOW = "PT30M";
    public static final String SHORT_WINDOW = "PT10S";
    public static final String CAPTURED_AT_ONCE = "automatic";
    public static final String CAPTURED_LATER = "manual";

    /** Where a second instance of a service would be: the gateway knows of it, and that it is not there. */
    private static final Map<Service, Integer> SECOND = Map.of(
            Service.CATALOG, Ports.another(),
            Service.ORDER, Ports.another(),
            Service.PAYMENT, Ports.another());

    /** An OpenID provider that the gateway knows of; a test may start it there. */
    private static final String PROVIDER = "http://127.0.0.1:" + Ports.another() + "/acme";

    private static @Nullable LocalShop shop;
    private static Map<String, String> orderSettings = settings(USUAL_WINDOW, CAPTURED_AT_ONCE);

    /** Starts it when it does not run; a shop that does not start says why to each class that wants it. */
    public static synchronized LocalShop running() {
        LocalShop running = shop;
        if (running == null) {
            running = start();
            shop = running;
        }
        return running;
    }

    /** The Stripe that is paid at: the stand-in, or Stripe itself. */
    public static String stripeUrl() {
        return running().stripeUrl().orElseThrow();
    }

    /** The port on which the gateway looks for a second instance of a service. */
    public static int secondPort(Service service) {
        Integer port = SECOND.get(service);
        if (port == null) {
            throw new IllegalArgumentException("no second " + service.label());
        }
        return port;
    }

    /** The address of the OpenID provider {@code acme}, which is not there unless a test starts it. */
    public static String provider() {
        return PROVIDER;
    }

    /** Runs with these settings of order-service from now on. */
    private static synchronized void running(Map<String, String> wanted) {
        boolean other = !orderSettings.equals(wanted);
        orderSettings = wanted;
        LocalShop changing = shop;
        if (changing != null && other) {
            wanted.forEach((name, value) -> changing.environment(Service.ORDER, name, value));
            changing.restart(Service.ORDER);
        }
        running();
    }

    private static Map<String, String> settings(String window, String capture) {
        return Map.of("QUAYSIDE_ORDER_PAYMENT_WINDOW", window, "QUAYSIDE_ORDER_CAPTURE", capture);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        CompiledPaths.use();
        EndToEnd wanted = context.getRequiredTestClass().getAnnotation(EndToEnd.class);
        running(settings(wanted.paymentWindow(), wanted.capture()));
        // The store closes what it holds when the last test has run.
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(Shop.class, key ->
                (AutoCloseable) Shop::close);
    }

    private static LocalShop start() {
        Ports ports = Ports.free();
        LocalShopBuilder builder = LocalShop.in(REPOSITORY, temporary()).ports(ports);
        SECOND.forEach((service, port) -> builder.environment(
                Service.GATEWAY,
                "QUAYSIDE_" + service.name() + "_URL",
                ports.url(service.port()) + ",http://127.0.0.1:" + port));
        if (RealStripe.isWanted()) {
            builder.stripe(RealStripe.access());
        }
        orderSettings.forEach((name, value) -> builder.environment(Service.ORDER, name, value));
        LocalShop starting = builder
                // A hundred buyers from one address are the test's own; limits are for strangers.
                .environment(Service.GATEWAY, "QUAYSIDE_LIMITS_FACTOR", "1000")
                // What a password costs is gateway's own tests' business; here it would be a third of all that gateway
                // does.
                .environment(Service.GATEWAY, "QUAYSIDE_PASSWORDS_MEMORY", "256")
                .environment(Service.GATEWAY, "QUAYSIDE_PASSWORDS_ITERATIONS", "1")
                .environment(Service.GATEWAY, "QUAYSIDE_PUBLIC_URL", ports.url(Port.GATEWAY))
                .environment(Service.GATEWAY, "QUAYSIDE_OIDC_PROVIDERS", "acme")
                .environment(Service.GATEWAY, "QUAYSIDE_OIDC_ACME_ISSUER", PROVIDER)
                .environment(Service.GATEWAY, "QUAYSIDE_OIDC_ACME_CLIENT_ID", SignInServer.CLIENT)
                .environment(Service.GATEWAY, "QUAYSIDE_OIDC_ACME_CLIENT_SECRET", SignInServer.SECRET)
                .environment(Service.ORDER, "QUAYSIDE_SHIPPING_STANDARD_ISK", "90000")
                .environment(Service.ORDER, "QUAYSIDE_SHIPPING_STANDARD_MGA", "3999")
                // A killed reader's lease is not waited for as long as in a shop whose Stripe may take twenty seconds.
                .environment(Service.PAYMENT, "QUAYSIDE_PAYMENT_LEASE", "15S")
                // An event that never comes is not waited for as long as in a shop to which nearly all come.
                .environment(Service.PAYMENT, "QUAYSIDE_PAYMENT_WATCH_FIRST", "4S")
                // What a test damages is found at once, and by the reconciliation alone.
                .environment(Service.PAYMENT, "QUAYSIDE_RECONCILIATION_GRACE", "1S")
                .environment(Service.PAYMENT, "QUAYSIDE_RECONCILIATION_LOOK_AGAIN_AFTER", "1S")
                .environment(Service.PAYMENT, "QUAYSIDE_PAYMENT_BACKFILL_EVERY", "1H")
                .build();
        try {
            starting.start();
            return starting;
        } catch (RuntimeException e) {
            clear(starting);
            throw e;
        }
    }

    private static synchronized void close() {
        LocalShop ending = shop;
        shop = null;
        if (ending != null) {
            ending.close();
            clear(ending);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("quayside-shop-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(LocalShop ended) {
        Path kept = Path.of("target", "shop-logs").resolve(ended.data().getFileName());
        try {
            Files.createDirectories(kept);
            for (Path log : logs(ended)) {
                Files.copy(log, kept.resolve(log.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ShopData.delete(ended.data());
        delete(ended.data().resolve("lock"));
        delete(ended.data().resolve("launcher.pid"));
        delete(ended.data());
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> logs(LocalShop ended) throws IOException {
        try (Stream<Path> all = Files.list(ended.data().resolve("logs"))) {
            return all.toList();
        }
    }
}
