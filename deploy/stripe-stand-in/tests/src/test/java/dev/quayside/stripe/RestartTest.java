package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final String SECRET = "whsec_test";

    @Test
    void undeliveredEventsAreDeliveredAfterARestart(@TempDir Path data) throws Exception {
        try (Receiver receiver = new Receiver()) {
            Settings settings =
                    Fixtures.settings().tellingEventsTo(receiver.url(), SECRET).keepingStateIn(data);
            try (Fixtures before = new Fixtures(settings)) {
                before.control("POST", "/webhooks", "{\"hold\":true}");
                before.pay("pm_card_visa", 1999);
                before.control("POST", "/clock", "{\"advanceSeconds\":3600}");
                assertThat(receiver.deliveries).isEmpty();
            }
            try (Fixtures after = new Fixtures(settings)) {
                await().until(() -> receiver.deliveries.size() == 4);
                assertThat(receiver.types()).contains("payment_intent.succeeded");
                assertThat(after.control("GET", "/clock", "")
                                .path("aheadSeconds")
                                .asLong())
                        .isEqualTo(3600);
            }
        }
    }

    @Test
    void killedProcessKnowsItsPaymentsAndKeysAgain(@TempDir Path data) throws Exception {
        int port = freePort();
        Process first = process(port, data);
        PaymentIntent paid;
        try {
            paid = pay(port);
        } finally {
            first.destroyForcibly().waitFor();
        }

        Process second = process(port, data);
        try {
            PaymentIntent again = pay(port);
            assertThat(again.getId()).isEqualTo(paid.getId());
            assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                    .contains("true");
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process process(int port, Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        StandInMain.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("process.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "STRIPE_STAND_IN_PORT", Integer.toString(port),
                        "STRIPE_STAND_IN_DATA", data.toString(),
                        "QUAYSIDE_PARENT_PID",
                                Long.toString(ProcessHandle.current().pid())));
        return builder.start();
    }

    private static PaymentIntent pay(int port) {
        StripeClient stripe = StripeClient.builder()
                .setApiKey(Fixtures.SECRET_KEY)
                .setApiBase("http://127.0.0.1:" + port)
                .build();
        return await().atMost(Duration.ofSeconds(20))
                .ignoreException(ApiConnectionException.class)
                .until(() -> create(stripe), intent -> intent.getId() != null);
    }

    private static PaymentIntent create(StripeClient stripe) throws StripeException {
        return stripe.v1()
                .paymentIntents()
                .create(Fixtures.paidWith("pm_card_visa", 1999).build(), Fixtures.key("k1"));
    }
}
