package dev.quayside.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.kit.testing.Soak;
import dev.quayside.local.Instance;
import dev.quayside.local.LocalShop;
import dev.quayside.local.Service;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances come and go behind the gateway while the shop is in use, and nobody notices. */
@EndToEnd
class RollingRestartIT {
    private static final String DELAY = "QUAYSIDE_SHUTDOWN_DELAY";
    private static final Duration READY = Duration.ofMinutes(2);
    private static final List<Service> ALL = List.of(Service.CATALOG, Service.ORDER, Service.PAYMENT);
    /** A second instance of each costs the short run more than it shows: the one that calls both others stands for them. */
    private static final List<Service> SERVICES = Boolean.getBoolean("quayside.soak") ? ALL : List.of(Service.ORDER);

    private final LocalShop shop = Shop.running();
    private String sku = "";

    @BeforeEach
    void product() {
        sku = Admin.product(100_000);
        SERVICES.forEach(service -> shop.environment(service, DELAY, "4S"));
    }

    @AfterEach
    void asItWas() {
        SERVICES.forEach(service -> shop.environment(service, DELAY, "0S"));
    }

    @Test
    void oneThatComesAndOneThatGoesCostNobodyARequest() {
        try (Traffic traffic = Traffic.of(sku)) {
            Map<Service, Instance> second = startSeconds();
            traffic.awaitMore(20);
            second.values().parallelStream().forEach(Instance::stop);
            traffic.awaitMore(20);
            assertThat(traffic.failures()).isEmpty();
        }
        Admin.awaitCleanAudit();
    }

    @Test
    @Soak
    void everyInstanceOfEveryServiceIsRestartedInTurn() {
        SERVICES.forEach(shop::restart);
        Map<Service, Instance> second = startSeconds();
        try (Traffic traffic = Traffic.of(sku)) {
            for (Service service : SERVICES) {
                shop.stop(service);
                traffic.awaitMore(50);
                shop.start(service);
                shop.awaitReady(service, READY);
                awaitUsable(service, 2);
                second.computeIfPresent(service, (any, running) -> {
                    running.stop();
                    traffic.awaitMore(50);
                    return start(service);
                });
                awaitUsable(service, 2);
                traffic.awaitMore(50);
            }
            assertThat(traffic.failures()).isEmpty();
        }
        second.values().forEach(Instance::stop);
        Admin.awaitCleanAudit();
    }

    private Map<Service, Instance> startSeconds() {
        Map<Service, Instance> second = SERVICES.stream().collect(Collectors.toMap(Function.identity(), this::launch));
        second.values().forEach(instance -> instance.awaitReady(READY));
        SERVICES.forEach(service -> awaitUsable(service, 2));
        return second;
    }

    private Instance start(Service service) {
        Instance started = launch(service);
        started.awaitReady(READY);
        return started;
    }

    private Instance launch(Service service) {
        return shop.startInstance(service, Shop.secondPort(service));
    }

    private void awaitUsable(Service service, int instances) {
        String line = "gateway_upstream_usable{service=\"" + service.name().toLowerCase(java.util.Locale.ROOT) + "\"} "
                + instances;
        await("the gateway uses " + instances + " of " + service)
                .atMost(READY)
                .until(() -> RestAssured.get(shop.internalUrl() + "/q/metrics")
                        .asString()
                        .contains(line));
    }
}
