package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.SetupIntentCreateParams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerTest {
    private Fixtures shop;

    @BeforeEach
    void start() {
        shop = new Fixtures();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private Customer customer(String email) throws StripeException {
        return shop.stripe
                .v1()
                .customers()
                .create(CustomerCreateParams.builder().setEmail(email).build());
    }

    private PaymentMethod attach(String method, Customer to) throws StripeException {
        return shop.stripe
                .v1()
                .paymentMethods()
                .attach(
                        method,
                        PaymentMethodAttachParams.builder()
                                .setCustomer(to.getId())
                                .build());
    }

    private List<PaymentMethod> cards(Customer of) throws StripeException {
        return shop.stripe
                .v1()
                .paymentMethods()
                .list(PaymentMethodListParams.builder().setCustomer(of.getId()).build())
                .getData();
    }

    @Test
    void customerLivesAndIsDeleted() throws StripeException {
        Customer anna = customer("anna@example.org");
        customer("bert@example.org");
        attach("pm_card_visa", anna);

        Customer renamed = shop.stripe
                .v1()
                .customers()
                .update(
                        anna.getId(),
                        CustomerUpdateParams.builder().setName("Anna").build());
        assertThat(renamed.getName()).isEqualTo("Anna");
        assertThat(renamed.getEmail()).isEqualTo("anna@example.org");
        CustomerListParams byEmail =
                CustomerListParams.builder().setEmail("anna@example.org").build();
        assertThat(shop.stripe.v1().customers().list(byEmail).getData()).hasSize(1);

        assertThat(shop.stripe.v1().customers().delete(anna.getId()).getDeleted())
                .isTrue();
        assertThat(shop.stripe.v1().customers().retrieve(anna.getId()).getDeleted())
                .isTrue();
        assertThat(shop.stripe.v1().customers().list(byEmail).getData()).isEmpty();
        InvalidRequestException gone =
                catchThrowableOfType(InvalidRequestException.class, () -> attach("pm_card_visa", anna));
        assertThat(gone.getCode()).isEqualTo("resource_missing");
    }

    @Test
    void eachUseOfAMagicIdMakesANewPaymentMethod() throws StripeException {
        Customer anna = customer("anna@example.org");
        PaymentMethod visa = attach("pm_card_visa", anna);
        PaymentMethod mastercard = attach("pm_card_mastercard", anna);
        PaymentMethod second = attach("pm_card_visa", anna);

        assertThat(cards(anna))
                .extracting(PaymentMethod::getId)
                .containsExactly(second.getId(), mastercard.getId(), visa.getId());
        assertThat(mastercard.getCard().getBrand()).isEqualTo("mastercard");

        shop.stripe.v1().paymentMethods().detach(visa.getId());
        assertThat(cards(anna)).hasSize(2);
        assertThat(shop.stripe.v1().paymentMethods().retrieve(visa.getId()).getCustomer())
                .isNull();
    }

    @Test
    void cardThatFailsAsACustomersIsAttachedAndDeclines() throws StripeException {
        Customer anna = customer("anna@example.org");
        PaymentMethod card = attach("pm_card_chargeCustomerFail", anna);

        CardException declined = catchThrowableOfType(
                CardException.class,
                () -> shop.stripe
                        .v1()
                        .paymentIntents()
                        .create(Fixtures.paidWith(card.getId(), 1999)
                                .setCustomer(anna.getId())
                                .setOffSession(true)
                                .build()));

        assertThat(declined.getCode()).isEqualTo("card_declined");
    }

    @Test
    void paymentCanKeepItsCardForLater() throws StripeException {
        Customer anna = customer("anna@example.org");

        PaymentIntent paid = shop.stripe
                .v1()
                .paymentIntents()
                .create(Fixtures.paidWith("pm_card_visa", 1999)
                        .setCustomer(anna.getId())
                        .setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION)
                        .addExpand("customer")
                        .build());

        assertThat(paid.getCustomerObject().getEmail()).isEqualTo("anna@example.org");
        assertThat(cards(anna)).extracting(PaymentMethod::getId).containsExactly(paid.getPaymentMethod());
    }

    @Test
    void setupSavesACardAfterAuthentication() throws StripeException {
        Customer anna = customer("anna@example.org");
        SetupIntent setup = shop.stripe
                .v1()
                .setupIntents()
                .create(SetupIntentCreateParams.builder()
                        .setCustomer(anna.getId())
                        .setPaymentMethod("pm_card_threeDSecure2Required")
                        .setConfirm(true)
                        .build());
        assertThat(setup.getStatus()).isEqualTo("requires_action");

        shop.control("POST", "/setup_intents/" + setup.getId() + "/authenticate", "{\"outcome\":\"succeed\"}");

        assertThat(shop.stripe.v1().setupIntents().retrieve(setup.getId()).getStatus())
                .isEqualTo("succeeded");
        assertThat(cards(anna)).hasSize(1);
    }

    @Test
    void setupOfADeclinedCardIsA402AndCanBeCanceled() throws StripeException {
        SetupIntent setup = shop.stripe
                .v1()
                .setupIntents()
                .create(SetupIntentCreateParams.builder()
                        .setPaymentMethod("pm_card_chargeDeclined")
                        .build());

        CardException declined = catchThrowableOfType(
                CardException.class, () -> shop.stripe.v1().setupIntents().confirm(setup.getId()));
        assertThat(declined.getStripeError().getSetupIntent().getStatus()).isEqualTo("requires_payment_method");

        assertThat(shop.stripe.v1().setupIntents().cancel(setup.getId()).getStatus())
                .isEqualTo("canceled");
    }
}
