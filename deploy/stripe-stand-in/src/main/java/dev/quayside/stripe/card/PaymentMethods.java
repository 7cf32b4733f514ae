package dev.quayside.stripe.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Params;
import org.jspecify.annotations.Nullable;

/** Payment methods, and to whom they belong. */
public final class PaymentMethods {
    private static final String CARD = "_card";

    private final Documents documents;
    private final Events events;

    public PaymentMethods(Store store, Events events) {
        this.documents = store.documents("payment_method", "pm", "customer");
        this.events = events;
    }

    Documents documents() {
        return documents;
    }

    /** What the card of this payment method, or of a charge made with it, will do. */
    public static TestCard card(Document methodOrCharge) {
        return TestCard.valueOf(methodOrCharge.word(CARD));
    }

    /** Copies the nature of the card onto what is made with it. */
    public static void mark(Document charge, Document method) {
        charge.put(CARD, method.word(CARD));
    }

    /** The payment method of this id; a magic id makes a new one. */
    public Document use(String id, String param) {
        return TestCard.named(id)
                .map(card -> create(card, Json.object()))
                .or(() -> documents.find(id))
                .orElseThrow(() -> ApiError.missingReference("PaymentMethod", param, id));
    }

    /** The payment method that the parameters name or describe, or null if they do neither. */
    public @Nullable Document from(Params params) {
        String id = params.text("payment_method");
        if (id != null) {
            return use(id, "payment_method");
        }
        return params.has("payment_method_data") ? fromData(params.inner("payment_method_data")) : null;
    }

    /** From {@code type}, {@code card[number]} or {@code card[token]} ({@code tok_visa}) and {@code billing_details}. */
    Document fromData(Params data) {
        data.required("type");
        Params card = data.inner("card");
        String token = card.text("token");
        String number = card.text("number");
        TestCard known = (token == null
                        ? TestCard.numbered(number == null ? "" : number.replace(" ", ""))
                        : TestCard.named(token.replace("tok_", "pm_card_")))
                .orElseThrow(() -> ApiError.card("incorrect_number", null, "Your card number is incorrect."));
        ObjectNode billing = data.object("billing_details");
        return create(known, billing == null ? Json.object() : billing);
    }

    private Document create(TestCard card, ObjectNode billing) {
        Document method = documents
                .create()
                .put("allow_redisplay", "unspecified")
                .put("billing_details", CardDetails.billing(billing))
                .put("card", CardDetails.of(card))
                .put("customer", (String) null)
                .put("metadata", Json.object())
                .put("type", "card")
                .put(CARD, card.name());
        return documents.save(method);
    }

    /** Saves the payment method for the customer; a card that declines everything cannot be saved. */
    public Document attach(Document method, String customer) {
        TestCard card = card(method);
        if (card.behaviour() == Behaviour.DECLINE) {
            throw card.decline();
        }
        if (method.is("customer", customer)) {
            return method;
        }
        if (method.has("customer")) {
            throw ApiError.refused(
                    null, null, "The payment method you provided has already been attached to a customer.");
        }
        documents.save(method.put("customer", customer));
        events.record("payment_method.attached", method);
        return method;
    }

    public Document detach(Document method) {
        if (!method.has("customer")) {
            throw ApiError.refused(
                    null,
                    null,
                    "The payment method you provided is not attached to a customer so detachment is impossible.");
        }
        ObjectNode before = method.wire();
        documents.save(method.clear("customer"));
        events.recordChange("payment_method.detached", before, method);
        return method;
    }

    /** Takes all payment methods from a customer who is deleted. */
    public void detachAll(String customer) {
        documents.all("customer", customer).forEach(this::detach);
    }
}
