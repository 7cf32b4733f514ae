package dev.quayside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.payment.PaymentServiceMain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveKeyTest {
    @ParameterizedTest
    @CsvSource({
        "sk_live_x, false, true",
        "' rk_live_x', false, true",
        "sk_live_x, true, false",
        "sk_test_x, false, false",
        "rk_test_x, false, false"
    })
    void onlyALiveKeyThatIsNotAllowedIsRefused(String key, boolean allowed, boolean refused) {
        assertThat(LiveKey.refusal(key, allowed).isPresent()).isEqualTo(refused);
    }

    @Test
    void theServiceDoesNotStartWithALiveKey() throws IOException, InterruptedException {
        ProcessBuilder service = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PaymentServiceMain.class.getName());
        service.environment().put("STRIPE_API_KEY", "sk_live_secret");
        service.environment().remove("QUAYSIDE_ALLOW_LIVE_PAYMENTS");
        Process process = service.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(output.strip().lines()).hasSize(1);
        assertThat(output).contains("QUAYSIDE_ALLOW_LIVE_PAYMENTS=true").doesNotContain("secret");
    }
}
