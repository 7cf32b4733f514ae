package dev.quayside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.model.Dispute;
import dev.quayside.payment.gateway.DisputeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputesTest {
    @ParameterizedTest
    @CsvSource({
        "warning_needs_response, WARNING_NEEDS_RESPONSE",
        "warning_under_review, WARNING_UNDER_REVIEW",
        "warning_closed, WARNING_CLOSED",
        "needs_response, NEEDS_RESPONSE",
        "under_review, UNDER_REVIEW",
        "won, WON",
        "lost, LOST",
        "prevented, PREVENTED",
        "a_status_of_2030, NEEDS_RESPONSE",
        "warning_of_2030, WARNING_NEEDS_RESPONSE"
    })
    void anUnknownStatusIsNeverAnEnd(String stripe, DisputeState ours) {
        assertThat(Disputes.of(dispute(stripe)).state()).isEqualTo(ours);
    }

    @Test
    void whatADisputeMayLackIsNotNeeded() {
        assertThat(Disputes.of(dispute("lost")).movements()).isEmpty();
        assertThat(Disputes.of(dispute("lost")).evidenceDueBy()).isNull();
        assertThat(Disputes.of(dispute("lost")).reason()).isEqualTo("general");
        assertThatThrownBy(() -> Disputes.of(new Dispute())).isInstanceOf(NullPointerException.class);
    }

    private static Dispute dispute(String status) {
        Dispute dispute = new Dispute();
        dispute.setId("dp_1");
        dispute.setStatus(status);
        dispute.setAmount(1000L);
        dispute.setCurrency("eur");
        dispute.setCreated(1L);
        return dispute;
    }
}
