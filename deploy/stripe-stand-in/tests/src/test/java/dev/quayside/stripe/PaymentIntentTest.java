package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentUpdateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentIntentTest {
    private Fixtures shop;

    @BeforeEach
    void start() {
        shop = new Fixtures();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void newIntentWaitsForAPaymentMethod() throws StripeException {
        PaymentIntent intent = shop.stripe
                .v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(1999L)
                        .setCurrency("eur")
                        .setDescription("order 7")
                        .setReceiptEmail("a@example.org")
                        .putMetadata("orderId", "7")
                        .build());

        assertThat(intent.getId()).startsWith("pi_");
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getCaptureMethod()).isEqualTo("automatic_async");
        assertThat(intent.getClientSecret()).startsWith(intent.getId() + "_secret_");
        assertThat(intent.getMetadata()).containsEntry("orderId", "7");
        assertThat(intent.getLivemode()).isFalse();
        assertThat(intent.getLastResponse().headers().firstValue("Request-Id").orElseThrow())
                .startsWith("req_");
        assertThat(intent.getLastResponse().headers().firstValue("Stripe-Version"))
                .contains("2026-07-29.dahlia");
    }

    @Test
    void confirmedVisaSucceedsAndItsFeeComesLater() throws StripeException {
        PaymentIntent intent =
                shop.stripe.v1().paymentIntents().create(Fixtures.order(1999).build());
        PaymentIntent paid = shop.stripe
                .v1()
                .paymentIntents()
                .confirm(
                        intent.getId(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_visa")
                                .addExpand("latest_charge")
                                .build());

        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getAmountReceived()).isEqualTo(1999);
        Charge charge = paid.getLatestChargeObject();
        assertThat(charge.getPaid()).isTrue();
        assertThat(charge.getAmountCaptured()).isEqualTo(1999);
        assertThat(charge.getBalanceTransaction()).isNull();
        assertThat(charge.getPaymentMethodDetails().getCard().getLast4()).isEqualTo("4242");
        await().until(() -> shop.stripe.v1().charges().retrieve(charge.getId()).getBalanceTransaction() != null);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_visa_chargeDeclined, card_declined, generic_decline, Your card was declined.",
        "pm_card_chargeDeclined, card_declined, generic_decline, Your card was declined.",
        "pm_card_visa_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds, Your card has insufficient funds.",
        "pm_card_visa_chargeDeclinedLostCard, card_declined, lost_card, Your card was declined.",
        "pm_card_visa_chargeDeclinedStolenCard, card_declined, stolen_card, Your card was declined.",
        "pm_card_chargeDeclinedExpiredCard, expired_card, expired_card, Your card has expired.",
        "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc, incorrect_cvc, Your card's security code is incorrect.",
        "pm_card_chargeDeclinedProcessingError, processing_error, processing_error, An error occurred",
    })
    void declinedCardIsA402AndTheIntentCanBeUsedAgain(String method, String code, String decline, String message)
            throws StripeException {
        PaymentIntent intent =
                shop.stripe.v1().paymentIntents().create(Fixtures.order(1999).build());

        CardException declined = catchThrowableOfType(
                CardException.class,
                () -> shop.stripe
                        .v1()
                        .paymentIntents()
                        .confirm(
                                intent.getId(),
                                PaymentIntentConfirmParams.builder()
                                        .setPaymentMethod(method)
                                        .build()));

        assertThat(declined.getStatusCode()).isEqualTo(402);
        assertThat(declined.getCode()).isEqualTo(code);
        assertThat(declined.getDeclineCode()).isEqualTo(decline);
        assertThat(declined.getStripeError().getMessage()).startsWith(message);
        assertThat(declined.getCharge()).startsWith("ch_");
        PaymentIntent inside = declined.getStripeError().getPaymentIntent();
        assertThat(inside.getStatus()).isEqualTo("requires_payment_method");
        assertThat(inside.getLastPaymentError().getCode()).isEqualTo(code);
        assertThat(inside.getLatestCharge()).isEqualTo(declined.getCharge());

        PaymentIntent paid = shop.stripe
                .v1()
                .paymentIntents()
                .confirm(
                        intent.getId(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_mastercard")
                                .build());
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getLastPaymentError()).isNull();
    }

    @Test
    void wrongStateAnswersWithTheWholeIntent() throws StripeException {
        String id = shop.pay("pm_card_visa", 1999).getId();

        InvalidRequestException again = catchThrowableOfType(
                InvalidRequestException.class,
                () -> shop.stripe.v1().paymentIntents().confirm(id));
        assertThat(again.getStatusCode()).isEqualTo(400);
        assertThat(again.getCode()).isEqualTo("payment_intent_unexpected_state");
        assertThat(again.getStripeError().getMessage())
                .isEqualTo(
                        "You cannot confirm this PaymentIntent because it has already succeeded after being previously"
                                + " confirmed.");
        assertThat(again.getStripeError().getPaymentIntent().getId()).isEqualTo(id);

        InvalidRequestException cancel = catchThrowableOfType(
                InvalidRequestException.class,
                () -> shop.stripe.v1().paymentIntents().cancel(id));
        assertThat(cancel.getStripeError().getMessage())
                .isEqualTo(
                        "You cannot cancel this PaymentIntent because it has a status of succeeded. Only a PaymentIntent"
                                + " with one of the following statuses may be canceled: requires_payment_method, requires_capture,"
                                + " requires_confirmation, requires_action, processing.");

        InvalidRequestException capture = catchThrowableOfType(
                InvalidRequestException.class,
                () -> shop.stripe.v1().paymentIntents().capture(id));
        assertThat(capture.getStripeError().getMessage())
                .isEqualTo("This PaymentIntent could not be captured because it has already been captured.");

        InvalidRequestException update = catchThrowableOfType(
                InvalidRequestException.class,
                () -> shop.stripe
                        .v1()
                        .paymentIntents()
                        .update(
                                id,
                                PaymentIntentUpdateParams.builder()
                                        .setAmount(5L)
                                        .build()));
        assertThat(update.getCode()).isEqualTo("payment_intent_unexpected_state");
    }

    @ParameterizedTest
    @CsvSource({
        "49, usd, amount_too_small, amount",
        "29, gbp, amount_too_small, amount",
        "49, jpy, amount_too_small, amount",
        "249, dkk, amount_too_small, amount",
        "100000000, usd, amount_too_large, amount",
        "1000, xyz, , currency",
    })
    void impossibleAmountsAndCurrenciesAreRefused(long amount, String currency, String code, String param) {
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> shop.stripe
                        .v1()
                        .paymentIntents()
                        .create(PaymentIntentCreateParams.builder()
                                .setAmount(amount)
                                .setCurrency(currency)
                                .build()));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getCode()).isEqualTo(code);
        assertThat(refused.getParam()).isEqualTo(param);
    }

    @Test
    void unknownParameterAndMissingObjectAreNamed() {
        InvalidRequestException unknown = catchThrowableOfType(
                InvalidRequestException.class,
                () -> shop.stripe
                        .v1()
                        .paymentIntents()
                        .create(Fixtures.order(1999)
                                .putExtraParam("colour", "red")
                                .build()));
        assertThat(unknown.getCode()).isEqualTo("parameter_unknown");
        assertThat(unknown.getParam()).isEqualTo("colour");

        InvalidRequestException missing = catchThrowableOfType(
                InvalidRequestException.class,
                () -> shop.stripe.v1().paymentIntents().retrieve("pi_x"));
        assertThat(missing.getStatusCode()).isEqualTo(404);
        assertThat(missing.getCode()).isEqualTo("resource_missing");
        assertThat(missing.getStripeError().getMessage()).isEqualTo("No such payment_intent: 'pi_x'");
    }
}
