package dev.quayside.payment.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.payment.gateway.BalanceMovement;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.DisputeState;
import dev.quayside.payment.payment.DisputeStatus;
import dev.quayside.payment.payment.Fact;
import dev.quayside.payment.payment.LedgerKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisputeFactsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | NONE",
                "WARNING_NEEDS_RESPONSE | OPEN",
                "WARNING_UNDER_REVIEW | OPEN",
                "WARNING_CLOSED | WON",
                "PREVENTED | WON",
                "NEEDS_RESPONSE | OPEN",
                "UNDER_REVIEW | OPEN",
                "WON | WON",
                "LOST | LOST",
                "WON,NEEDS_RESPONSE | OPEN",
                "NEEDS_RESPONSE,LOST | LOST",
                "LOST,WON,WARNING_NEEDS_RESPONSE | LOST",
                "WARNING_CLOSED,WON | WON"
            })
    void lostOutweighsOpenAndOpenOutweighsWon(String states, DisputeStatus together) {
        List<DisputeState> read = states.isEmpty()
                ? List.of()
                : Arrays.stream(states.split(",")).map(DisputeState::valueOf).toList();
        assertThat(DisputeFacts.standing(read)).isEqualTo(together);
    }

    @Test
    void aReadingOfTheEndSaysTheBeginningToo() {
        assertThat(DisputeFacts.of(dispute(
                        DisputeState.WON,
                        new BalanceMovement("txn_1", -1000, 1500, "USD"),
                        new BalanceMovement("txn_2", 1000, 0, "USD"))))
                .containsExactly(
                        new Fact(LedgerKind.DISPUTE_OPENED, "dp_1", 900),
                        new Fact(LedgerKind.FUNDS_WITHDRAWN, "txn_1", 1000, "USD"),
                        new Fact(LedgerKind.FEE, "txn_1", 1500, "USD"),
                        new Fact(LedgerKind.FUNDS_REINSTATED, "txn_2", 1000, "USD"),
                        new Fact(LedgerKind.DISPUTE_WON, "dp_1", 900));
    }

    @ParameterizedTest
    @EnumSource
    void everyStateSaysThatItWasOpenedAndOnlyAnEndSaysHowItEnded(DisputeState state) {
        List<LedgerKind> kinds =
                DisputeFacts.of(dispute(state)).stream().map(Fact::kind).toList();
        assertThat(kinds).startsWith(LedgerKind.DISPUTE_OPENED).hasSize(state.isClosed() ? 2 : 1);
    }

    private static DisputeReading dispute(DisputeState state, BalanceMovement... movements) {
        return new DisputeReading(
                "dp_1", "pi_1", state, 900, "EUR", "fraudulent", null, Instant.EPOCH, List.of(movements));
    }
}
