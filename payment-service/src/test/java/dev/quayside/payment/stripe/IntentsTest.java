package dev.quayside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import dev.quayside.payment.gateway.IntentStatus;
import dev.quayside.payment.gateway.PaymentError;
import dev.quayside.payment.gateway.RefundReading;
import java.util.Objects;
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
