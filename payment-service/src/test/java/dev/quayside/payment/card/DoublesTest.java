package dev.quayside.payment.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.payment.gateway.CardReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoublesTest {
    @Test
    void theNewestOfANumberStays() {
        List<CardReading> cards =
                List.of(card("pm_5", "b"), card("pm_4", "a"), card("pm_3", "b"), card("pm_2", "a"), card("pm_1", "a"));
        assertThat(Doubles.of(cards))
                .containsOnlyKeys("pm_1", "pm_2", "pm_3")
                .containsEntry("pm_1", "pm_4")
                .containsEntry("pm_2", "pm_4")
                .containsEntry("pm_3", "pm_5");
    }

    @Test
    void cardsWhoseNumberCannotBeToldAreNoDoubles() {
        assertThat(Doubles.of(List.of(card("pm_2", null), card("pm_1", null)))).isEmpty();
    }

    @Test
    void aReadingDoesNotShowItsFingerprint() {
        assertThat(card("pm_1", "secretive").toString()).doesNotContain("secretive");
    }

    private static CardReading card(String id, @Nullable String fingerprint) {
        return new CardReading(id, "visa", "4242", 12, 2034, fingerprint, Instant.EPOCH);
    }
}
