package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptureTest {
    private Fixtures shop;

    @BeforeEach
    void start() {
        shop = new Fixtures();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private PaymentIntent authorise(long amount) throws StripeException {
        return shop.stripe
                .v1()
                .paymentIntents()
                .create(Fixtures.paidWith("pm_card_visa", amount)
                        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                        .build());
    }

    private Charge charge(PaymentIntent intent) throws StripeException {
        return shop.stripe.v1().charges().retrieve(intent.getLatestCharge());
    }

    @Test
    void authorisedAmountIsCapturedLater() throws StripeException {
        PaymentIntent held = authorise(1999);
        assertThat(held.getStatus()).isEqualTo("requires_capture");
        assertThat(held.getAmountCapturable()).isEqualTo(1999);
        assertThat(held.getAmountReceived()).isZero();
        assertThat(charge(held).getCaptured()).isFalse();
        assertThat(charge(held).getPaymentMethodDetails().getCard().getCaptureBefore())
                .isEqualTo(charge(held).getCreated() + 604_800);

        PaymentIntent captured = shop.stripe.v1().paymentIntents().capture(held.getId());
        assertThat(captured.getStatus()).isEqualTo("succeeded");
        assertThat(captured.getAmountReceived()).isEqualTo(1999);
        assertThat(captured.getAmountCapturable()).isZero();
        assertThat(charge(held).getCaptured()).isTrue();
    }

    @Test
    void lessCanBeCapturedAndTheRestIsReleased() throws StripeException {
        PaymentIntent held = authorise(1999);

        InvalidRequestException tooMuch =
                catchThrowableOfType(InvalidRequestException.class, () -> capture(held, 2000));
        assertThat(tooMuch.getParam()).isEqualTo("amount_to_capture");

        assertThat(capture(held, 1500).getAmountReceived()).isEqualTo(1500);
        assertThat(charge(held).getAmountCaptured()).isEqualTo(1500);
    }

    private PaymentIntent capture(PaymentIntent held, long amount) throws StripeException {
        return shop.stripe
                .v1()
                .paymentIntents()
                .capture(
                        held.getId(),
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(amount)
                                .build());
    }

    @Test
    void canceledIntentIsOverForGood() throws StripeException {
        PaymentIntent held = authorise(1999);

        PaymentIntent canceled = shop.stripe
                .v1()
                .paymentIntents()
                .cancel(
                        held.getId(),
                        PaymentIntentCancelParams.builder()
                                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                                .build());
        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(canceled.getCancellationReason()).isEqualTo("abandoned");
        assertThat(canceled.getCanceledAt()).isPositive();
        assertThat(charge(held).getStatus()).isEqualTo("succeeded");
        assertThat(charge(held).getRefunded()).isFalse();
        assertThat(charge(held).getAmountRefunded()).isZero();

        InvalidRequestException capture = catchThrowableOfType(
                InvalidRequestException.class,
                () -> shop.stripe.v1().paymentIntents().capture(held.getId()));
        assertThat(capture.getCode()).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void authorisationEndsAfterSevenDays() throws StripeException {
        PaymentIntent held = authorise(1999);

        shop.control("POST", "/clock", "{\"advanceSeconds\":604801}");

        PaymentIntent expired = shop.stripe.v1().paymentIntents().retrieve(held.getId());
        assertThat(expired.getStatus()).isEqualTo("canceled");
        assertThat(expired.getCancellationReason()).isEqualTo("expired");
        assertThat(shop.stripe
                        .v1()
                        .events()
                        .list(EventListParams.builder()
                                .setType("charge.expired")
                                .build())
                        .getData())
                .hasSize(1);
    }

    @Test
    void dashboardCancelsToo() throws StripeException {
        PaymentIntent open =
                shop.stripe.v1().paymentIntents().create(Fixtures.order(1999).build());

        shop.control("POST", "/payment_intents/" + open.getId() + "/cancel", "");

        assertThat(shop.stripe.v1().paymentIntents().retrieve(open.getId()).getStatus())
                .isEqualTo("canceled");
    }
}
