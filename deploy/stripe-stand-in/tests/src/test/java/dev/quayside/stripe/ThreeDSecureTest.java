package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreeDSecureTest {
    private Fixtures shop;

    @BeforeEach
    void start() {
        shop = new Fixtures();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private PaymentIntent authenticate(PaymentIntent intent, String outcome) throws StripeException {
        shop.control(
                "POST", "/payment_intents/" + intent.getId() + "/authenticate", "{\"outcome\":\"" + outcome + "\"}");
        return shop.stripe.v1().paymentIntents().retrieve(intent.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_authenticationRequired", "pm_card_threeDSecure2Required"})
    void authenticatedCardIsCharged(String method) throws StripeException {
        PaymentIntent waiting = shop.pay(method, 1999);
        assertThat(waiting.getStatus()).isEqualTo("requires_action");
        assertThat(waiting.getNextAction().getType()).isEqualTo("use_stripe_sdk");
        assertThat(waiting.getLatestCharge()).isNull();

        PaymentIntent paid = authenticate(waiting, "succeed");
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getNextAction()).isNull();
        assertThat(paid.getLatestCharge()).startsWith("ch_");
    }

    @Test
    void failedAuthenticationAsksForAnotherCard() throws StripeException {
        PaymentIntent failed = authenticate(shop.pay("pm_card_authenticationRequired", 1999), "fail");

        assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
        assertThat(failed.getLastPaymentError().getCode()).isEqualTo("payment_intent_authentication_failure");
    }

    @Test
    void returnUrlMakesItARedirect() throws StripeException {
        PaymentIntent waiting = shop.stripe
                .v1()
                .paymentIntents()
                .create(Fixtures.paidWith("pm_card_threeDSecure2Required", 1999)
                        .setReturnUrl("https://shop.example/return")
                        .build());

        assertThat(waiting.getNextAction().getType()).isEqualTo("redirect_to_url");
        assertThat(waiting.getNextAction().getRedirectToUrl().getReturnUrl()).isEqualTo("https://shop.example/return");
    }

    @Test
    void bankCanDeclineAfterAuthentication() throws StripeException {
        PaymentIntent declined = authenticate(shop.pay("pm_card_threeDSecureRequiredChargeDeclined", 1999), "succeed");

        assertThat(declined.getStatus()).isEqualTo("requires_payment_method");
        assertThat(declined.getLastPaymentError().getCode()).isEqualTo("card_declined");
    }

    @Test
    void nobodyIsThereToAuthenticateOffSession() {
        CardException declined = catchThrowableOfType(
                CardException.class,
                () -> shop.stripe
                        .v1()
                        .paymentIntents()
                        .create(Fixtures.paidWith("pm_card_authenticationRequired", 1999)
                                .setOffSession(true)
                                .build()));

        assertThat(declined.getCode()).isEqualTo("authentication_required");
        assertThat(declined.getDeclineCode()).isEqualTo("authentication_required");
        assertThat(declined.getStripeError().getMessage())
                .isEqualTo("Your card was declined. This transaction requires authentication.");
        assertThat(declined.getStripeError().getPaymentIntent().getStatus()).isEqualTo("requires_payment_method");
    }

    @Test
    void manualConfirmationIsConfirmedAgainByTheServer() throws StripeException {
        PaymentIntent waiting = shop.stripe
                .v1()
                .paymentIntents()
                .create(Fixtures.paidWith("pm_card_authenticationRequired", 1999)
                        .setConfirmationMethod(PaymentIntentCreateParams.ConfirmationMethod.MANUAL)
                        .build());

        PaymentIntent authenticated = authenticate(waiting, "succeed");
        assertThat(authenticated.getStatus()).isEqualTo("requires_confirmation");

        PaymentIntent paid = shop.stripe.v1().paymentIntents().confirm(waiting.getId());
        assertThat(paid.getStatus()).isEqualTo("succeeded");
    }

    @Test
    void slowBankIsProcessingUntilItAnswers() throws StripeException {
        PaymentIntent processing = shop.pay("pm_usBankAccount_processing", 1999);
        assertThat(processing.getStatus()).isEqualTo("processing");

        shop.control("POST", "/clock", "{\"advanceSeconds\":10}");
        assertThat(shop.stripe
                        .v1()
                        .paymentIntents()
                        .retrieve(processing.getId())
                        .getStatus())
                .isEqualTo("succeeded");
    }
}
