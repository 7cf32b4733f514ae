package dev.quayside.payment.stripe;

import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.gateway.CaptureOrder;
import dev.quayside.payment.gateway.CardUse;
import dev.quayside.payment.gateway.ChargeObject;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Listing;
import dev.quayside.payment.gateway.OpenIntent;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.gateway.RefundOrder;
import dev.quayside.payment.gateway.RefundReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Stripe's PaymentIntents, Refunds and Disputes, by stripe-java. */
@ApplicationScoped
class StripeGateway implements PaymentGateway {
    private final StripeCalls calls;
    private final BoundedLists lists;

    StripeGateway(StripeCalls calls, BoundedLists lists) {
        this.calls = calls;
        this.lists = lists;
    }

    @Override
    public Outcome<Intent> open(OpenIntent wanted, Attempt attempt) {
        PaymentIntentCreateParams.Builder params = PaymentIntentCreateParams.builder()
                .setAmount(wanted.amount())
                .setCurrency(wanted.currency().toLowerCase(Locale.ROOT))
                .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        // A method that leaves the page could come back after the order has expired.
                        .setAllowRedirects(PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .putMetadata(Intents.ORDER_ID, wanted.orderId().toString())
                .putMetadata(Intents.OPERATION_ID, wanted.operationId().toString());
        if (wanted.description() != null) {
            params.setDescription(wanted.description());
        }
        if (wanted.capture() == CaptureMethod.MANUAL) {
            params.setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL);
        }
        CardUse card = wanted.card();
        if (card != null) {
            // Not confirmed here: the payer does that, and may be asked by the bank.
            params.setCustomer(card.stripeCustomerId())
                    .setPaymentMethod(card.methodId())
                    .setSetupFutureUsage(card.save() ? PaymentIntentCreateParams.SetupFutureUsage.ON_SESSION : null);
        }
        return calls.write(
                attempt, (stripe, options) -> Intents.of(stripe.paymentIntents().create(params.build(), options)));
    }

    @Override
    public Outcome<Intent> cancel(String intentId, Attempt attempt) {
        return calls.write(
                attempt, (stripe, options) -> Intents.of(stripe.paymentIntents().cancel(intentId, options)));
    }

    @Override
    public Outcome<Intent> capture(CaptureOrder wanted, Attempt attempt) {
        PaymentIntentCaptureParams params = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(wanted.amount())
                .putMetadata(Intents.CAPTURE_OPERATION_ID, wanted.operationId().toString())
                .build();
        return calls.write(
                attempt,
                (stripe, options) -> Intents.of(stripe.paymentIntents().capture(wanted.intentId(), params, options)));
    }

    @Override
    public Outcome<RefundReading> refund(RefundOrder wanted, Attempt attempt) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(wanted.intentId())
                .setAmount(wanted.amount())
                .putMetadata(Intents.ORDER_ID, wanted.orderId().toString())
                .putMetadata(Intents.REFUND_ID, wanted.refundId().toString())
                .putMetadata(Intents.OPERATION_ID, wanted.operationId().toString())
                .build();
        return calls.write(
                attempt, (stripe, options) -> Intents.of(stripe.refunds().create(params, options)));
    }

    @Override
    public Outcome<Intent> read(String intentId, Patience patience) {
        PaymentIntentRetrieveParams params = PaymentIntentRetrieveParams.builder()
                // The charge says how long a grant lasts; for the fee, a shopper does not wait.
                .addExpand(patience == Patience.WORKER ? "latest_charge.balance_transaction" : "latest_charge")
                .build();
        return calls.read(
                patience,
                (stripe, options) -> Intents.of(stripe.paymentIntents().retrieve(intentId, params, options)));
    }

    @Override
    public Outcome<List<RefundReading>> refundsOf(String intentId, Patience patience) {
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(intentId)
                .setLimit(BoundedLists.PAGE)
                .build();
        return calls.read(
                patience, (stripe, options) -> lists.items(stripe.refunds().list(params, options), Intents::of));
    }

    @Override
    public Outcome<List<DisputeReading>> disputesOf(String intentId, Patience patience) {
        DisputeListParams params = DisputeListParams.builder()
                .setPaymentIntent(intentId)
                .setLimit(BoundedLists.PAGE)
                .build();
        return calls.read(
                patience, (stripe, options) -> lists.items(stripe.disputes().list(params, options), Disputes::of));
    }

    @Override
    public Outcome<Optional<String>> intentBehind(ChargeObject kind, String id) {
        return calls.read(
                Patience.WORKER, (stripe, options) -> new ChargeObjects(stripe, options).intentBehind(kind, id));
    }

    @Override
    public Outcome<Listing<Intent>> intentsCreated(Instant from, Instant until) {
        PaymentIntentListParams params = PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLte(until.getEpochSecond())
                        .build())
                .setLimit(BoundedLists.PAGE)
                .build();
        return calls.read(
                Patience.WORKER,
                (stripe, options) -> lists.listing(stripe.paymentIntents().list(params, options), Intents::of));
    }

    @Override
    public Outcome<Listing<RefundReading>> refundsCreatedSince(Instant from) {
        RefundListParams params = RefundListParams.builder()
                .setCreated(RefundListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .build())
                .setLimit(BoundedLists.PAGE)
                .build();
        return calls.read(
                Patience.WORKER,
                (stripe, options) -> lists.listing(stripe.refunds().list(params, options), Intents::of));
    }

    @Override
    public Outcome<Listing<DisputeReading>> disputesCreatedSince(Instant from) {
        DisputeListParams params = DisputeListParams.builder()
                .setCreated(DisputeListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .build())
                .setLimit(BoundedLists.PAGE)
                .build();
        return calls.read(
                Patience.WORKER,
                (stripe, options) -> lists.listing(stripe.disputes().list(params, options), Disputes::of));
    }
}
