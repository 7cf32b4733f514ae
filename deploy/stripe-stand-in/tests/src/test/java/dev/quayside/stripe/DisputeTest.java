package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.EventListParams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeTest {
    private Fixtures shop;

    @BeforeEach
    void start() {
        shop = new Fixtures();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private Dispute disputed(String card) throws StripeException {
        PaymentIntent paid = shop.pay(card, 1999);
        DisputeListParams mine =
                DisputeListParams.builder().setPaymentIntent(paid.getId()).build();
        return await().until(() -> shop.stripe.v1().disputes().list(mine).getData(), found -> found.size() == 1)
                .get(0);
    }

    private List<String> eventTypes() throws StripeException {
        return shop
                .stripe
                .v1()
                .events()
                .list(EventListParams.builder().setLimit(100L).build())
                .getData()
                .stream()
                .map(event -> event.getType())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"winning_evidence, won", "losing_evidence, lost"})
    void evidenceDecides(String evidence, String outcome) throws StripeException {
        Dispute dispute = disputed("pm_card_createDispute");
        assertThat(dispute.getStatus()).isEqualTo("needs_response");
        assertThat(dispute.getAmount()).isEqualTo(1999);
        assertThat(shop.stripe.v1().charges().retrieve(dispute.getCharge()).getDisputed())
                .isTrue();

        Dispute submitted = shop.stripe
                .v1()
                .disputes()
                .update(
                        dispute.getId(),
                        DisputeUpdateParams.builder()
                                .setEvidence(DisputeUpdateParams.Evidence.builder()
                                        .setUncategorizedText(evidence)
                                        .build())
                                .setSubmit(true)
                                .build());
        assertThat(submitted.getStatus()).isEqualTo("under_review");

        await().until(
                        () -> shop.stripe
                                .v1()
                                .disputes()
                                .retrieve(dispute.getId())
                                .getStatus(),
                        outcome::equals);
        assertThat(eventTypes())
                .contains("charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.closed");
        assertThat(eventTypes().contains("charge.dispute.funds_reinstated")).isEqualTo(outcome.equals("won"));
    }

    @Test
    void inquiryMovesNoMoney() throws StripeException {
        Dispute inquiry = disputed("pm_card_createDisputeInquiry");

        assertThat(inquiry.getStatus()).isEqualTo("warning_needs_response");
        assertThat(inquiry.getIsChargeRefundable()).isTrue();
        assertThat(eventTypes()).doesNotContain("charge.dispute.funds_withdrawn");
    }

    @Test
    void closingGivesUp() throws StripeException {
        Dispute dispute = disputed("pm_card_createDispute");

        assertThat(shop.stripe.v1().disputes().close(dispute.getId()).getStatus())
                .isEqualTo("lost");
    }

    @Test
    void bankDecidesWhateverTheEvidence() throws StripeException {
        Dispute dispute = disputed("pm_card_createDispute");

        shop.control("POST", "/disputes/" + dispute.getId() + "/win", "");

        assertThat(shop.stripe.v1().disputes().retrieve(dispute.getId()).getStatus())
                .isEqualTo("won");
    }
}
