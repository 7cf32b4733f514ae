package dev.quayside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.payment.testing.Deliveries;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSignaturesTest {
    private static final long NOW = 1_800_000_000;
    private static final byte[] BODY = "{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8);

    private final WebhookSignatures signatures = new WebhookSignatures(
            new TestSettings("http://127.0.0.1", Duration.ofSeconds(1)),
            Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"0, true", "-299, true", "299, true", "-301, false", "301, false", "3600, false", "-3600, false"})
    void aSignatureIsGoodForFiveMinutesInEitherDirection(long offset, boolean good) {
        assertThat(signatures.isValid(BODY, Deliveries.header(BODY, "whsec_1", NOW + offset)))
                .isEqualTo(good);
    }

    @Test
    void eachActiveSecretIsTriedAndABlankOneIsNone() {
        assertThat(signatures.isValid(BODY, Deliveries.header(BODY, "whsec_2", NOW)))
                .isTrue();
        assertThat(signatures.isValid(BODY, Deliveries.header(BODY, "whsec_3", NOW)))
                .isFalse();
        assertThat(signatures.isValid(BODY, Deliveries.header(BODY, " ", NOW))).isFalse();
    }

    @Test
    void aSecondTimeInTheHeaderDoesNotCount() {
        String future = Deliveries.header(BODY, "whsec_1", NOW + 3600);
        assertThat(signatures.isValid(BODY, "t=" + NOW + "," + future)).isFalse();
        assertThat(signatures.isValid(BODY, " t=" + NOW + "," + future)).isFalse();
    }

    @Test
    void nothingIsNotSigned() {
        assertThat(signatures.isValid(BODY, null)).isFalse();
        assertThat(signatures.isValid(new byte[0], Deliveries.header(new byte[0], "whsec_1", NOW)))
                .isFalse();
    }
}
