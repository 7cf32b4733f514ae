package dev.quayside.gateway.testing;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.quayside.local.Ports;

/** What stands behind the gateway in tests. */
public final class Services {
    private static final WireMockServer CATALOG = service();
    private static final WireMockServer ORDER = service();
    private static final WireMockServer PAYMENT = service();

    private Services() {}

    public static WireMockServer catalog() {
        return CATALOG;
    }

    public static WireMockServer order() {
        return ORDER;
    }

    public static WireMockServer payment() {
        return PAYMENT;
    }

    /** Forgets what a test has stubbed and received. What steps of earlier tests still ask for succeeds, so that none comes again. */
    public static void reset() {
        CATALOG.resetAll();
        ORDER.resetAll();
        PAYMENT.resetAll();
        People.joins();
    }

    static void start() {
        CATALOG.start();
        ORDER.start();
        PAYMENT.start();
        People.joins();
    }

    static void stop() {
        CATALOG.stop();
        ORDER.stop();
        PAYMENT.stop();
    }

    private static WireMockServer service() {
        return new WireMockServer(
                options().port(Ports.another()).bindAddress("127.0.0.1").gzipDisabled(true));
    }
}
