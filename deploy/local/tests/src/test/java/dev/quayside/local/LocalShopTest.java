package dev.quayside.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One shop's life, on real databases and on processes that only look like services. */
class LocalShopTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> DEATHS = new CopyOnWriteArrayList<>();

    private static Path repository;
    private static Path data;
    private static LocalShop shop;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        repository = FakeRepository.in(folder.resolve("a repository"));
        data = folder.resolve("shop data");
        shop = builder(data)
                .inheritedEnvironment(Map.of("STRIPE_API_KEY", "sk_live_from_outside", "QUAYSIDE_TAX_RATE", "0.07"))
                .build();
        shop.start();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void forget() {
        DEATHS.clear();
    }

    @Test
    void eachProcessGetsItsOwnSecretsAndNobodyElses() throws Exception {
        assertThat(environmentOf(Service.PAYMENT))
                .contains("STRIPE_API_KEY=" + shop.stripeApiKey(), "STRIPE_API_BASE=" + shop.standInUrl())
                .contains("QUAYSIDE_DB_USER=payments")
                .doesNotContain("sk_live_from_outside");
        assertThat(environmentOf(Service.ORDER))
                .contains("QUAYSIDE_TAX_RATE=0.07", "QUAYSIDE_ORDER_TOKEN_KEY=")
                .doesNotContain("STRIPE_", shop.adminApiKey(), shop.databasePassword("payments"));
        assertThat(environmentOf(Service.GATEWAY)).contains("QUAYSIDE_ADMIN_API_KEY=" + shop.adminApiKey());
    }

    @Test
    void aKilledServiceComesBackAndIsNotTakenForAFailure() throws Exception {
        long before = shop.instance(Service.CATALOG).pid();

        shop.kill(Service.CATALOG);
        assertThat(shop.instance(Service.CATALOG).isAlive()).isFalse();
        shop.environment(Service.CATALOG, "ADDED", "later");
        shop.start(Service.CATALOG);
        shop.awaitReady(Service.CATALOG, SOON);

        assertThat(shop.instance(Service.CATALOG).pid()).isNotEqualTo(before);
        assertThat(environmentOf(Service.CATALOG)).contains("ADDED=later");
        assertThat(DEATHS).isEmpty();
    }

    @Test
    void aSecondInstanceHasAPortOfItsOwn() {
        try (Instance second = shop.startInstance(Service.ORDER, Ports.free().of(Port.ORDER))) {
            second.awaitReady(SOON);

            assertThat(second.url()).isNotEqualTo(shop.instance(Service.ORDER).url());
            assertThat(shop.instance(Service.ORDER).isAlive()).isTrue();
        }
    }

    @Test
    void whatDiesIsReportedWithItsNameAndCanBeStartedAgain() throws Exception {
        end(shop.instance(Service.ORDER).pid());
        await().atMost(SOON).until(() -> DEATHS.size() == 1);
        end(postmaster());
        await().atMost(SOON).until(() -> DEATHS.size() == 2);

        assertThat(DEATHS.get(0)).startsWith("order-service has stopped with status 137");
        assertThat(DEATHS.get(1)).startsWith("PostgreSQL has stopped");
        shop.start(Service.ORDER);
        shop.awaitReady(Service.ORDER, SOON);
        shop.startPostgres();
        assertThat(ProcessHandle.of(postmaster())).isPresent();
    }

    @Test
    void aSecondLauncherOnTheSameDirectoryIsRefused() {
        assertThatThrownBy(() -> builder(data).build().start())
                .isInstanceOf(ShopException.class)
                .hasMessageContainingAll(
                        "already running",
                        data.toString(),
                        "kill " + ProcessHandle.current().pid());
        assertThatThrownBy(() -> ShopData.delete(data)).hasMessageContaining("already running");
        assertThat(shop.instance(Service.GATEWAY).isAlive()).isTrue();
    }

    @Test
    void aServiceThatDoesNotStartLeavesNothingRunningAndItsWordsAreShown(@TempDir Path another) throws Exception {
        LocalShop broken = builder(another)
                .environment(Service.PAYMENT, "FAKE_REFUSES_TO_START", "yes")
                .build();

        assertThatThrownBy(broken::start)
                .isInstanceOf(ShopException.class)
                .hasMessageContainingAll(
                        "payment-service has stopped with status 3",
                        "a live key is not taken here",
                        "payment-service.log");
        assertThat(broken.instance(Service.GATEWAY).isAlive()).isFalse();
        try (var left = Files.list(another.resolve("run"))) {
            assertThat(left).isEmpty();
        }
    }

    private static LocalShopBuilder builder(Path folder) {
        return LocalShop.in(repository, folder).ports(Ports.free()).listener(new ShopListener() {
            @Override
            public void ready(String part, String address, Duration after) {}

            @Override
            public void died(ShopException why) {
                DEATHS.add(String.valueOf(why.getMessage()));
            }
        });
    }

    private static void end(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static String environmentOf(Service service) throws IOException, InterruptedException {
        URI address = URI.create(shop.instance(service).url());
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(0));
    }
}
