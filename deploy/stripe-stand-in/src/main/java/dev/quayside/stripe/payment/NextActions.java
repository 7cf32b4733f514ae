package dev.quayside.stripe.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Json;
import java.util.function.Supplier;

/** Asks for the cardholder: by redirect if the intent knows where to come back to, else through Stripe.js. */
public final class NextActions {
    private final PaymentIntents intents;
    private final Events events;
    private final Supplier<String> baseUrl;

    /** The {@code baseUrl} is where this server is reached, known once it listens. */
    public NextActions(PaymentIntents intents, Events events, Supplier<String> baseUrl) {
        this.intents = intents;
        this.events = events;
        this.baseUrl = baseUrl;
    }

    Document request(Document intent) {
        intent.put("next_action", of(intent, "/_test/payment_intents/", baseUrl.get()));
        intents.save(IntentStatus.REQUIRES_ACTION.putOn(intent));
        events.record("payment_intent.requires_action", intent);
        return intent;
    }

    /** The action of a PaymentIntent or SetupIntent; its address is where a test says how it went. */
    public static ObjectNode of(Document intent, String path, String baseUrl) {
        String url = baseUrl + path + intent.id() + "/authenticate";
        boolean redirect = intent.has("_return_url");
        ObjectNode action = Json.object().put("type", redirect ? "redirect_to_url" : "use_stripe_sdk");
        if (redirect) {
            action.set(
                    "redirect_to_url",
                    Json.object().put("return_url", intent.text("_return_url")).put("url", url));
        } else {
            action.set("use_stripe_sdk", Json.object().put("stripe_js", url).put("type", "three_d_secure_redirect"));
        }
        return action;
    }
}
