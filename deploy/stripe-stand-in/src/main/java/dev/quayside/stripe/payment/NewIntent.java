package dev.quayside.stripe.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.wire.Params;
import java.util.List;

/** Fills in what every new PaymentIntent has. */
final class NewIntent {
    private NewIntent() {}

    static Document of(Document intent, Params params) {
        ObjectNode details = Json.object();
        details.set("tip", Json.object());
        intent.put("amount_capturable", 0)
                .put("amount_details", details)
                .put("amount_received", 0)
                .clear("application", "application_fee_amount")
                .clear("automatic_payment_methods", "canceled_at", "cancellation_reason")
                .put("capture_method", "automatic_async")
                .put("confirmation_method", manual(params) ? "manual" : "automatic")
                .clear("customer", "description", "last_payment_error", "latest_charge")
                .put("metadata", Json.object())
                .clear("next_action", "on_behalf_of", "payment_method", "payment_method_configuration_details")
                .put("payment_method_options", Json.object())
                .put("payment_method_types", Json.array(List.of("card")))
                .clear("processing", "receipt_email", "review", "setup_future_usage", "shipping", "source")
                .clear("statement_descriptor", "statement_descriptor_suffix", "transfer_data", "transfer_group");
        Params automatic = params.inner("automatic_payment_methods");
        if (params.has("automatic_payment_methods") || !params.has("payment_method_types")) {
            String redirects = automatic.oneOf("allow_redirects", "always", "never");
            intent.put(
                    "automatic_payment_methods",
                    Json.object()
                            .put("allow_redirects", redirects == null ? "always" : redirects)
                            .put("enabled", automatic.flag("enabled", true)));
        }
        // asked for in so many words: only then is the refusal of a confirmation without return_url certain
        intent.put("_redirects", automatic.flag("enabled") && !"never".equals(automatic.text("allow_redirects")));
        return IntentStatus.REQUIRES_PAYMENT_METHOD.putOn(intent);
    }

    private static boolean manual(Params params) {
        return "manual".equals(params.text("confirmation_method"));
    }
}
