package dev.quayside.stripe.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.card.Behaviour;
import dev.quayside.stripe.card.PaymentMethods;
import dev.quayside.stripe.card.TestCard;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.payment.NextActions;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Params;
import java.util.function.Supplier;

/** The way of a SetupIntent: confirmed, perhaps authenticated, then the card hangs on its customer. */
public final class SetupIntents {
    private static final String KIND = "setup_intent";
    private static final String SUCCEEDED = "succeeded";

    private final Documents documents;
    private final PaymentMethods methods;
    private final Events events;
    private final Supplier<String> baseUrl;

    public SetupIntents(Store store, PaymentMethods methods, Events events, Supplier<String> baseUrl) {
        this.documents = store.documents(KIND, "seti", "customer");
        this.methods = methods;
        this.events = events;
        this.baseUrl = baseUrl;
    }

    Documents documents() {
        return documents;
    }

    Document get(String id) {
        return documents.find(id).orElseThrow(() -> ApiError.missing(KIND, id));
    }

    Document confirm(Document setup, Params params) {
        if (setup.is("status", SUCCEEDED) || setup.is("status", "canceled")) {
            throw unexpected(setup, "confirm");
        }
        Document brought = methods.from(params);
        if (brought != null) {
            setup.put("payment_method", brought.id());
        }
        if (!setup.has("payment_method")) {
            throw unexpected(setup, "confirm");
        }
        if (params.text("return_url") != null) {
            setup.put("_return_url", params.text("return_url"));
        }
        Document method = methods.use(setup.word("payment_method"), "payment_method");
        TestCard card = PaymentMethods.card(method);
        if (card.behaviour() == Behaviour.DECLINE || card.behaviour() == Behaviour.BLOCK) {
            throw failed(setup, method, card.decline());
        }
        return card.behaviour().asksCardholder() ? ask(setup) : succeed(setup, method);
    }

    private Document ask(Document setup) {
        setup.put("next_action", NextActions.of(setup, "/_test/setup_intents/", baseUrl.get()));
        documents.save(setup.put("status", "requires_action"));
        events.record("setup_intent.requires_action", setup);
        return setup;
    }

    private Document succeed(Document setup, Document method) {
        documents.save(setup.put("status", SUCCEEDED).clear("next_action", "last_setup_error"));
        if (setup.has("customer")) {
            methods.attach(method, setup.word("customer"));
        }
        events.record("setup_intent.succeeded", setup);
        return setup;
    }

    private ApiError failed(Document setup, Document method, ApiError why) {
        ObjectNode error = why.error();
        error.set("payment_method", method.wire());
        setup.put("last_setup_error", error.deepCopy()).clear("payment_method", "next_action");
        documents.save(setup.put("status", "requires_payment_method"));
        events.record("setup_intent.setup_failed", setup);
        return why.about(setup);
    }

    /** What the cardholder did in the browser. */
    public Document authenticated(String id, boolean success) {
        Document setup = get(id);
        if (!setup.is("status", "requires_action")) {
            throw ApiError.refused(null, null, "the SetupIntent has a status of " + setup.text("status"));
        }
        Document method = methods.use(setup.word("payment_method"), "payment_method");
        if (success) {
            return succeed(setup, method);
        }
        failed(
                setup,
                method,
                ApiError.refused(
                        "setup_intent_authentication_failure",
                        null,
                        "The latest attempt to set up the payment method has failed because authentication failed."));
        return setup;
    }

    Document cancel(Document setup, String reason) {
        if (setup.is("status", SUCCEEDED) || setup.is("status", "canceled")) {
            throw unexpected(setup, "cancel");
        }
        setup.put("cancellation_reason", reason.isEmpty() ? null : reason).clear("next_action");
        documents.save(setup.put("status", "canceled"));
        events.record("setup_intent.canceled", setup);
        return setup;
    }

    private static ApiError unexpected(Document setup, String verb) {
        String because = setup.has("payment_method") || !verb.equals("confirm")
                ? "because it has a status of " + setup.text("status") + "."
                : "because it's missing a payment method.";
        return ApiError.refused(
                        "setup_intent_unexpected_state", null, "You cannot " + verb + " this SetupIntent " + because)
                .about(setup);
    }
}
