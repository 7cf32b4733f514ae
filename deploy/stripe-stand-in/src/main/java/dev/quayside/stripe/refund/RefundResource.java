package dev.quayside.stripe.refund;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.charge.Charges;
import dev.quayside.stripe.money.Amounts;
import dev.quayside.stripe.payment.PaymentIntents;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Lists;
import dev.quayside.stripe.wire.Metadata;
import dev.quayside.stripe.wire.Params;
import dev.quayside.stripe.wire.Resource;
import dev.quayside.stripe.wire.Routes;
import org.jspecify.annotations.Nullable;

/** {@code /v1/refunds}. */
public final class RefundResource implements Resource {
    private static final String PATH = "/v1/refunds";

    private final Refunds refunds;
    private final Charges charges;
    private final PaymentIntents intents;
    private final Documents documents;

    public RefundResource(Refunds refunds, Charges charges, PaymentIntents intents) {
        this.refunds = refunds;
        this.charges = charges;
        this.intents = intents;
        this.documents = refunds.documents();
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(PATH, this::create)
                .get(PATH, this::list)
                .get(PATH + "/:id", call -> refunds.get(call.id()).wire())
                .post(PATH + "/:id", this::update)
                .post(PATH + "/:id/cancel", this::cancel);
    }

    private ObjectNode create(Call call) {
        Params params =
                call.params().only("payment_intent", "charge", "amount", "reason", "metadata", "instructions_email");
        Metadata.check(params);
        String reason = params.oneOf("reason", "duplicate", "fraudulent", "requested_by_customer");
        Long amount = params.has("amount") ? Long.valueOf(Amounts.positive(params, "amount")) : null;
        return refunds.create(charge(params), amount, reason, Metadata.of(params))
                .wire();
    }

    private Document charge(Params params) {
        String chargeId = params.text("charge");
        if (chargeId != null) {
            return charges.find(chargeId).orElseThrow(() -> ApiError.missingReference("charge", "charge", chargeId));
        }
        String intentId = params.text("payment_intent");
        if (intentId == null) {
            throw ApiError.invalid(
                    "parameter_missing",
                    null,
                    "One of the following params should be provided for this request: payment_intent or charge.");
        }
        return chargeOf(intentId);
    }

    /** The charge of a PaymentIntent that has taken money. */
    public Document chargeOf(String intentId) {
        Document intent = intents.find(intentId)
                .orElseThrow(() -> ApiError.missingReference("payment_intent", "payment_intent", intentId));
        return charges.find(intent.word("latest_charge"))
                .filter(charge -> charge.is("status", "succeeded") && charge.flag("captured"))
                .orElseThrow(() -> ApiError.refused(
                        null,
                        null,
                        "This PaymentIntent (" + intentId + ") does not have a successful charge to refund."));
    }

    private ObjectNode list(Call call) {
        return Lists.answer(documents, call, Lists.selection(documents, call, "payment_intent", "charge"));
    }

    private ObjectNode update(Call call) {
        Params params = call.params().only("metadata");
        Metadata.check(params);
        Document refund = refunds.get(call.id());
        Metadata.merge(refund, params);
        return documents.save(refund).wire();
    }

    private ObjectNode cancel(Call call) {
        call.params().only();
        Document refund = refunds.get(call.id());
        if (RefundStatus.of(refund) != RefundStatus.REQUIRES_ACTION) {
            throw ApiError.refused(
                    null, null, "A refund with a status of " + refund.text("status") + " cannot be canceled.");
        }
        return refunds.settle(call.id(), RefundStatus.CANCELED).wire();
    }

    /** A refund as the Dashboard makes one; a null amount is the rest of the charge. */
    public Document refund(String intentId, @Nullable Long amount, @Nullable String reason) {
        return refunds.create(chargeOf(intentId), amount, reason, Json.object());
    }
}
