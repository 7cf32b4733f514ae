package dev.quayside.payment.stripe;

import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentListParams;
import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.CardGateway;
import dev.quayside.payment.gateway.CardReading;
import dev.quayside.payment.gateway.CustomerReading;
import dev.quayside.payment.gateway.Listing;
import dev.quayside.payment.gateway.NewCustomer;
import dev.quayside.payment.gateway.NewSetup;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.SetupReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stripe's Customers, SetupIntents and PaymentMethods, by stripe-java. */
@ApplicationScoped
class StripeCards implements CardGateway {
    private final StripeCalls calls;
    private final BoundedLists lists;

    StripeCards(StripeCalls calls, BoundedLists lists) {
        this.calls = calls;
        this.lists = lists;
    }

    @Override
    public Outcome<String> createCustomer(NewCustomer wanted, Attempt attempt) {
        CustomerCreateParams params = CustomerCreateParams.builder()
                .putMetadata(Cards.CUSTOMER_ID, wanted.customerId().toString())
                .putMetadata(Intents.OPERATION_ID, wanted.operationId().toString())
                .build();
        return calls.write(
                attempt,
                (stripe, options) ->
                        Cards.of(stripe.customers().create(params, options)).id());
    }

    @Override
    public Outcome<Listing<CustomerReading>> customersCreated(Instant from, Instant until) {
        CustomerListParams params = CustomerListParams.builder()
                .setCreated(CustomerListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLte(until.getEpochSecond())
                        .build())
                .setLimit(BoundedLists.PAGE)
                .build();
        return calls.read(
                Patience.WORKER,
                (stripe, options) -> lists.listing(stripe.customers().list(params, options), Cards::of));
    }

    @Override
    public Outcome<SetupReading> openSetup(NewSetup wanted, Attempt attempt) {
        SetupIntentCreateParams params = SetupIntentCreateParams.builder()
                .setCustomer(wanted.stripeCustomerId())
                .setUsage(SetupIntentCreateParams.Usage.ON_SESSION)
                .addPaymentMethodType("card")
                .putMetadata(Cards.CUSTOMER_ID, wanted.customerId().toString())
                .putMetadata(Intents.OPERATION_ID, wanted.operationId().toString())
                .build();
        return calls.write(
                attempt, (stripe, options) -> Cards.of(stripe.setupIntents().create(params, options)));
    }

    @Override
    public Outcome<SetupReading> readSetup(String setupId, Patience patience) {
        return calls.read(
                patience, (stripe, options) -> Cards.of(stripe.setupIntents().retrieve(setupId, options)));
    }

    @Override
    public Outcome<Listing<SetupReading>> setupsOf(String stripeCustomerId) {
        SetupIntentListParams params = SetupIntentListParams.builder()
                .setCustomer(stripeCustomerId)
                .setLimit(BoundedLists.PAGE)
                .build();
        return calls.read(
                Patience.WORKER,
                (stripe, options) -> lists.listing(stripe.setupIntents().list(params, options), Cards::of));
    }

    @Override
    public Outcome<List<CardReading>> cardsOf(String stripeCustomerId, Patience patience) {
        CustomerPaymentMethodListParams params = CustomerPaymentMethodListParams.builder()
                .setType(CustomerPaymentMethodListParams.Type.CARD)
                .setLimit(BoundedLists.PAGE)
                .build();
        return calls.read(
                patience,
                (stripe, options) -> lists.items(
                        stripe.customers().paymentMethods().list(stripeCustomerId, params, options), Cards::of));
    }

    @Override
    public Outcome<Optional<String>> holderOf(String methodId) {
        return calls.read(
                Patience.WORKER,
                (stripe, options) -> Optional.ofNullable(
                        stripe.paymentMethods().retrieve(methodId, options).getCustomer()));
    }

    @Override
    public Outcome<Boolean> detach(String methodId, Attempt attempt) {
        return calls.write(
                attempt,
                (stripe, options) ->
                        stripe.paymentMethods().detach(methodId, options).getId() != null);
    }
}
