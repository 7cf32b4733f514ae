package dev.quayside.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentStatusTest {
    @Test
    void thereIsNoWayBackFromMoney() {
        assertThat(nextOf(PaymentStatus.CAPTURED)).isEmpty();
    }

    @Test
    void whatWasClosedHereCanOnlyTurnOutToBePaid() {
        assertThat(nextOf(PaymentStatus.CANCELED)).isEqualTo(Set.of(PaymentStatus.CAPTURED));
    }

    @Test
    void anOpenPaymentIsNeverPendingAgain() {
        assertThat(nextOf(PaymentStatus.OPEN))
                .isEqualTo(Set.of(PaymentStatus.AUTHORIZED, PaymentStatus.CAPTURED, PaymentStatus.CANCELED));
        assertThat(List.of(PaymentStatus.OPEN, PaymentStatus.PENDING)).noneMatch(PaymentStatus::isTerminal);
    }

    @Test
    void whatIsAuthorizedIsCapturedOrReleasedAndNotYetOver() {
        assertThat(nextOf(PaymentStatus.AUTHORIZED)).isEqualTo(Set.of(PaymentStatus.CAPTURED, PaymentStatus.CANCELED));
        assertThat(PaymentStatus.AUTHORIZED.isTerminal()).isFalse();
    }

    private static Set<PaymentStatus> nextOf(PaymentStatus status) {
        return Set.copyOf(
                Arrays.stream(PaymentStatus.values()).filter(status::canBecome).toList());
    }
}
