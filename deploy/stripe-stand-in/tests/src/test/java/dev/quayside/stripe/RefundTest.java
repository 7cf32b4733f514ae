package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.EventListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.RefundUpdateParams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundTest {
    private Fixtures shop;

    @BeforeEach
    void start() {
        shop = new Fixtures();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private Refund refund(PaymentIntent intent, long amount) throws StripeException {
        return shop.stripe
                .v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(intent.getId())
                        .setAmount(amount)
                        .putMetadata("operation", "7")
                        .build());
    }

    private InvalidRequestException refused(PaymentIntent intent, long amount) {
        return catchThrowableOfType(InvalidRequestException.class, () -> refund(intent, amount));
    }

    private Charge charge(PaymentIntent intent) throws StripeException {
        return shop.stripe.v1().charges().retrieve(intent.getLatestCharge());
    }

    private List<Event> events(String type) throws StripeException {
        return shop.stripe
                .v1()
                .events()
                .list(EventListParams.builder().setType(type).build())
                .getData();
    }

    @Test
    void partialRefundsAddUpOnTheCharge() throws StripeException {
        PaymentIntent paid = shop.pay("pm_card_visa", 1999);

        Refund first = refund(paid, 500);
        assertThat(first.getStatus()).isEqualTo("succeeded");
        assertThat(first.getCharge()).isEqualTo(paid.getLatestCharge());
        assertThat(first.getMetadata()).containsEntry("operation", "7");
        refund(paid, 499);

        assertThat(charge(paid).getAmountRefunded()).isEqualTo(999);
        assertThat(charge(paid).getRefunded()).isFalse();
        assertThat(shop.stripe
                        .v1()
                        .refunds()
                        .list(RefundListParams.builder()
                                .setPaymentIntent(paid.getId())
                                .build())
                        .getData())
                .hasSize(2);
        assertThat(events("charge.refunded")).hasSize(2);
    }

    @Test
    void refundsAreRefusedAsRecorded() throws StripeException {
        PaymentIntent paid = shop.pay("pm_card_visa", 2500);
        refund(paid, 2479);

        InvalidRequestException tooMuch = refused(paid, 2500);
        assertThat(tooMuch.getStatusCode()).isEqualTo(400);
        assertThat(tooMuch.getCode()).isNull();
        assertThat(tooMuch.getParam()).isEqualTo("amount");
        assertThat(tooMuch.getStripeError().getMessage())
                .isEqualTo("Refund amount ($25.00) is greater than unrefunded amount on charge ($0.21)");

        refund(paid, 21);
        assertThat(charge(paid).getRefunded()).isTrue();
        InvalidRequestException again = refused(paid, 1);
        assertThat(again.getCode()).isEqualTo("charge_already_refunded");
        assertThat(again.getStripeError().getMessage())
                .isEqualTo("Charge " + paid.getLatestCharge() + " has already been refunded.");
    }

    @Test
    void disputedChargeIsNotRefunded() throws StripeException {
        PaymentIntent paid = shop.pay("pm_card_visa", 2500);
        shop.control("POST", "/payment_intents/" + paid.getId() + "/dispute", "");

        InvalidRequestException refused = refused(paid, 2500);
        assertThat(refused.getCode()).isEqualTo("charge_disputed");
        assertThat(refused.getStripeError().getMessage())
                .isEqualTo("Charge " + paid.getLatestCharge() + " has been charged back; cannot issue a refund.");
    }

    @Test
    void pendingRefundSucceedsLater() throws StripeException {
        PaymentIntent paid = shop.pay("pm_card_pendingRefund", 1999);

        Refund refund = refund(paid, 1999);
        assertThat(refund.getStatus()).isEqualTo("pending");
        shop.control("POST", "/clock", "{\"advanceSeconds\":10}");

        assertThat(shop.stripe.v1().refunds().retrieve(refund.getId()).getStatus())
                .isEqualTo("succeeded");
        assertThat(events("refund.updated")).hasSize(1);
    }

    @Test
    void failingRefundSucceedsFirst() throws StripeException {
        PaymentIntent paid = shop.pay("pm_card_refundFail", 1999);

        Refund refund = refund(paid, 1999);
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        shop.control("POST", "/clock", "{\"advanceSeconds\":10}");

        Refund failed = shop.stripe.v1().refunds().retrieve(refund.getId());
        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(failed.getFailureReason()).isNotEmpty();
        assertThat(events("refund.failed")).hasSize(1);
        assertThat(events("refund.updated")).hasSize(1);
    }

    @Test
    void metadataIsMergedAndUnset() throws StripeException {
        Refund refund = refund(shop.pay("pm_card_visa", 1999), 100);

        Refund updated = shop.stripe
                .v1()
                .refunds()
                .update(
                        refund.getId(),
                        RefundUpdateParams.builder()
                                .putMetadata("operation", "")
                                .putMetadata("note", "damaged")
                                .build());

        assertThat(updated.getMetadata()).containsOnlyKeys("note");
    }

    @Test
    void dashboardRefundsToo() throws StripeException {
        PaymentIntent paid = shop.pay("pm_card_visa", 1999);

        shop.control("POST", "/payment_intents/" + paid.getId() + "/refund", "{\"amount\":100}");

        assertThat(charge(paid).getAmountRefunded()).isEqualTo(100);
        assertThat(events("refund.created").get(0).getRequest().getId()).isNull();
    }
}
