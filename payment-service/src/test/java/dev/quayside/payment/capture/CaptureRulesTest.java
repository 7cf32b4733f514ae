package dev.quayside.payment.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.payment.DisputeStatus;
import dev.quayside.payment.payment.Grant;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentStatus;
import dev.quayside.payment.payment.RefundStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private String currency = "EUR";

    @ParameterizedTest
    @CsvSource({
        // status, capture, asked before, captured, cancel requested, grant ends in seconds; amount; what comes of it
        "AUTHORIZED, MANUAL, , 0, false, 60, 1000, captured",
        "AUTHORIZED, MANUAL, , 0, false, 60, 1, captured",
        "AUTHORIZED, MANUAL, , 0, false, 60, 1001, capture_exceeds_authorized",
        "AUTHORIZED, MANUAL, , 0, false, 0, 1000, payment_closed",
        "AUTHORIZED, MANUAL, , 0, true, 60, 1000, payment_closed",
        "AUTHORIZED, AUTOMATIC, , 0, false, 60, 1000, payment_not_authorized",
        "OPEN, MANUAL, , 0, false, , 1000, payment_not_authorized",
        "PENDING, MANUAL, , 0, false, , 1000, payment_not_authorized",
        "OPEN, AUTOMATIC, , 0, false, , 1000, payment_not_authorized",
        "OPEN, MANUAL, , 0, true, , 1000, payment_closed",
        "CANCELED, MANUAL, , 0, true, , 1000, payment_closed",
        // What is stored or done is the same answer for the same amount, whatever has happened since.
        "AUTHORIZED, MANUAL, 400, 0, true, 60, 400, known",
        "AUTHORIZED, MANUAL, 400, 0, false, 0, 400, known",
        "AUTHORIZED, MANUAL, 400, 0, false, 60, 401, capture_mismatch",
        "CAPTURED, MANUAL, 400, 400, true, , 400, known",
        "CAPTURED, MANUAL, 400, 700, false, , 400, capture_mismatch",
        "CAPTURED, MANUAL, , 700, false, , 700, known",
        "CAPTURED, AUTOMATIC, , 1000, false, , 1000, known",
        "CAPTURED, AUTOMATIC, , 1000, false, , 999, capture_mismatch",
    })
    void anAmountIsCapturedOrKnownOrRefused(
            PaymentStatus status,
            CaptureMethod capture,
            @Nullable Long asked,
            long captured,
            boolean cancelled,
            @Nullable Long ends,
            long amount,
            String comes) {
        Grant grant = new Grant(capture, 1000, ends == null ? null : NOW.plusSeconds(ends));
        assertThat(ask(payment(status, grant, asked, captured, cancelled), amount))
                .isEqualTo(comes);
    }

    @Test
    void aCurrencyIsCapturedInItsOwnSteps() {
        currency = "ISK";
        PaymentState payment = payment(
                PaymentStatus.AUTHORIZED, new Grant(CaptureMethod.MANUAL, 1000, NOW.plusSeconds(1)), null, 0, false);
        assertThat(ask(payment, 900)).isEqualTo("captured");
        assertThat(ask(payment, 950)).isEqualTo("validation_failed");
    }

    private static String ask(PaymentState payment, long amount) {
        try {
            if (CaptureRules.isKnown(payment, amount)) {
                return "known";
            }
            CaptureRules.requireCapturable(payment, amount, NOW);
            return "captured";
        } catch (ProblemException refused) {
            return refused.code().code();
        }
    }

    private PaymentState payment(
            PaymentStatus status, Grant grant, @Nullable Long asked, long captured, boolean cancelled) {
        return new PaymentState(
                new UUID(0, 1),
                1,
                status,
                currency,
                1000,
                grant,
                asked,
                captured,
                0,
                RefundStatus.NONE,
                DisputeStatus.NONE,
                "pi_1",
                null,
                cancelled,
                null,
                NOW,
                NOW);
    }
}
