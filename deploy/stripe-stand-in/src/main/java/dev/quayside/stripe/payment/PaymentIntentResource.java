package dev.quayside.stripe.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.money.Amounts;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Lists;
import dev.quayside.stripe.wire.Metadata;
import dev.quayside.stripe.wire.Params;
import dev.quayside.stripe.wire.Resource;
import dev.quayside.stripe.wire.Routes;

/** {@code /v1/payment_intents}. */
public final class PaymentIntentResource implements Resource {
    private static final String PATH = "/v1/payment_intents";

    private final PaymentIntents intents;
    private final Confirmation confirmation;
    private final Settlement settlement;

    public PaymentIntentResource(PaymentIntents intents, Confirmation confirmation, Settlement settlement) {
        this.intents = intents;
        this.confirmation = confirmation;
        this.settlement = settlement;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(PATH, this::create)
                .get(PATH, this::list)
                .open("GET", PATH + "/:id", this::retrieve)
                .post(
                        PATH + "/:id",
                        call -> intents.update(call.id(), call.params()).wire())
                .open("POST", PATH + "/:id/confirm", this::confirm)
                .post(PATH + "/:id/capture", this::capture)
                .post(PATH + "/:id/cancel", this::cancel);
    }

    private ObjectNode create(Call call) {
        Params params = call.params();
        boolean confirm = params.flag("confirm");
        if (!confirm && params.has("off_session")) {
            throw ApiError.invalid(
                    "parameter_missing", "confirm", "You must provide `confirm=true` when using `off_session`.");
        }
        Document intent = intents.create(params);
        if (!confirm) {
            return intent.wire();
        }
        return confirmation
                .confirm(intent, withoutMethod(params), call.caller())
                .wire();
    }

    /** The card is on the intent already; a magic id used twice would make two. */
    private static Params withoutMethod(Params params) {
        ObjectNode rest = params.tree().deepCopy();
        rest.remove("payment_method");
        rest.remove("payment_method_data");
        return new Params(rest, params.pairs());
    }

    private ObjectNode retrieve(Call call) {
        call.params().only("client_secret", "is_stripe_sdk");
        Document intent = intents.get(call.id());
        BrowserView.admit(call, intent);
        return BrowserView.of(call, intent);
    }

    private ObjectNode list(Call call) {
        Documents documents = intents.documents();
        return Lists.answer(documents, call, Lists.selection(documents, call, "customer"));
    }

    private ObjectNode confirm(Call call) {
        Params params =
                call.params().only(call.isPublishable() ? IntentFields.CONFIRM_FROM_BROWSER : IntentFields.CONFIRM);
        IntentFields.check(params);
        Document intent = intents.get(call.id());
        BrowserView.admit(call, intent);
        if (call.isPublishable() && intent.is("confirmation_method", "manual")) {
            throw ApiError.refused(
                    null,
                    null,
                    "This PaymentIntent " + intent.id() + " cannot be confirmed using your publishable key because its"
                            + " `confirmation_method` is set to `manual`. Please use your secret key instead, or create"
                            + " a PaymentIntent with `confirmation_method` set to `automatic`.");
        }
        return BrowserView.of(call, confirmation.confirm(intent, params, call.caller()));
    }

    private ObjectNode capture(Call call) {
        Params params = call.params()
                .only(
                        "amount_to_capture",
                        "final_capture",
                        "metadata",
                        "statement_descriptor",
                        "statement_descriptor_suffix");
        Metadata.check(params);
        Long asked =
                params.has("amount_to_capture") ? Long.valueOf(Amounts.positive(params, "amount_to_capture")) : null;
        Document intent = intents.get(call.id());
        if (!IntentStatus.of(intent).isCapturable()) {
            throw WrongState.capture(intent);
        }
        long most = intent.number("amount_capturable");
        if (asked != null && asked > most) {
            throw ApiError.refused(
                    "amount_too_large",
                    "amount_to_capture",
                    "The amount_to_capture (" + asked + ") is greater than the amount_capturable (" + most + ").");
        }
        IntentFields.apply(intent, params);
        return settlement.capture(intent, asked == null ? most : asked).wire();
    }

    private ObjectNode cancel(Call call) {
        Params params = call.params().only("cancellation_reason", "client_secret");
        String reason =
                params.oneOf("cancellation_reason", "duplicate", "fraudulent", "requested_by_customer", "abandoned");
        return cancel(call.id(), reason == null ? "" : reason).wire();
    }

    /** Cancels as the Dashboard does; an empty reason is none. */
    public Document cancel(String id, String reason) {
        Document intent = intents.get(id);
        if (!IntentStatus.of(intent).isCancelable()) {
            throw WrongState.cancel(intent);
        }
        return settlement.cancel(intent, reason);
    }
}
