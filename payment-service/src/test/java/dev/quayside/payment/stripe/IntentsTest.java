package dev.quayside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import dev.quayside.payment.gateway.IntentStatus;
import dev.quayside.payment.gateway.PaymentError;
import dev.quayside.payment.gateway.RefundReading;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentsTest {
    @ParameterizedTest
    @CsvSource({
        "requires_payment_method, OPEN",
        "requires_confirmation, OPEN",
        "requires_action, OPEN",
        "processing, OPEN",
        "requires_capture, AUTHORIZED",
        "a_status_of_2030, OPEN",
        "succeeded, SUCCEEDED",
        "canceled, CANCELED"
    })
    void aStatusIsOpenUnlessItIsFinal(String stripe, IntentStatus ours) {
        assertThat(Intents.of(intent(stripe)).status()).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        // status, capture, received, capturable, the charge: its status, whether it is captured; what was granted
        "succeeded, automatic_async, 1000, 0, succeeded, true, 1000",
        "requires_capture, manual, 0, 1000, succeeded, false, 1000",
        // After a capture Stripe's sums show what was captured, and no word of what was released.
        "succeeded, manual, 400, 0, succeeded, true, 1000",
        "succeeded, manual, 400, 0, , , 1000",
        "canceled, manual, 0, 0, succeeded, false, 1000",
        "canceled, manual, 0, 0, failed, false, 0",
        "canceled, manual, 0, 0, , , 0",
        "requires_payment_method, manual, 0, 0, failed, false, 0"
    })
    void whatWasGrantedIsTheSameWhicheverStateIsRead(
            String status,
            String capture,
            long received,
            long capturable,
            @Nullable String charge,
            @Nullable Boolean captured,
            long granted) {
        PaymentIntent intent = intent(status);
        intent.setCaptureMethod(capture);
        intent.setAmountReceived(received);
        intent.setAmountCapturable(capturable);
        if (charge != null) {
            intent.setLatestChargeObject(charge(charge, captured));
        }
        assertThat(Intents.of(intent).authorised()).isEqualTo(granted);
    }

    @Test
    void aGrantEndsWhenItsChargeSaysSoOrAfterSevenDays() {
        PaymentIntent intent = intent("requires_capture");
        assertThat(Intents.of(intent).captureBefore()).isNull();
        Charge charge = charge("succeeded", false);
        intent.setLatestChargeObject(charge);
        assertThat(Intents.of(intent).captureBefore()).isEqualTo(Instant.ofEpochSecond(100 + 604_800));
        Charge.PaymentMethodDetails.Card card = new Charge.PaymentMethodDetails.Card();
        card.setCaptureBefore(5000L);
        charge.setPaymentMethodDetails(new Charge.PaymentMethodDetails());
        charge.getPaymentMethodDetails().setCard(card);
        assertThat(Intents.of(intent).captureBefore()).isEqualTo(Instant.ofEpochSecond(5000));
        charge.setCaptured(true);
        assertThat(Intents.of(intent).captureBefore()).isNull();
    }

    private static Charge charge(String status, @Nullable Boolean captured) {
        Charge charge = new Charge();
        charge.setId("ch_1");
        charge.setStatus(status);
        charge.setCaptured(captured);
        charge.setAmount(1000L);
        charge.setCreated(100L);
        return charge;
    }

    @ParameterizedTest
    @CsvSource({
        "pending, PENDING",
        "requires_action, PENDING",
        "succeeded, SUCCEEDED",
        "failed, FAILED",
        "canceled, FAILED"
    })
    void aRefundsStatusIsOneOfThree(String stripe, RefundReading.State ours) {
        Refund refund = new Refund();
        refund.setId("re_1");
        refund.setStatus(stripe);
        refund.setAmount(5L);
        refund.setCurrency("jpy");
        refund.setCreated(1L);
        assertThat(Intents.of(refund).state()).isEqualTo(ours);
        assertThat(Intents.of(refund).currency()).isEqualTo("JPY");
    }

    @ParameterizedTest
    @CsvSource({"lost_card, generic_decline", "stolen_card, generic_decline", "insufficient_funds, insufficient_funds"})
    void aShopperIsNotToldThatACardIsKnownAsStolen(String stripe, String shown) {
        StripeError error = new StripeError();
        error.setCode("card_declined");
        error.setDeclineCode(stripe);
        error.setMessage("Your card was declined.");
        PaymentIntent intent = intent("requires_payment_method");
        intent.setLastPaymentError(error);
        PaymentError told = Objects.requireNonNull(Intents.of(intent).lastError());
        assertThat(told.declineCode()).isEqualTo(shown);
    }

    @Test
    void anObjectWithoutWhatItMustHaveIsNotUnderstood() {
        assertThatThrownBy(() -> Intents.of(new PaymentIntent())).isInstanceOf(NullPointerException.class);
    }

    private static PaymentIntent intent(String status) {
        PaymentIntent intent = new PaymentIntent();
        intent.setId("pi_1");
        intent.setStatus(status);
        intent.setAmount(1000L);
        intent.setCurrency("eur");
        intent.setCreated(1L);
        return intent;
    }
}
