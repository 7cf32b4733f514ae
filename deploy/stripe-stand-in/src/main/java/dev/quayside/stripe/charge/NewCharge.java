package dev.quayside.stripe.charge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.card.CardDetails;
import dev.quayside.stripe.card.PaymentMethods;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.wire.ApiError;
import java.time.Duration;

/** Fills in what every new charge has, from its PaymentIntent and the card. */
final class NewCharge {
    private static final Duration AUTHORISATION_LASTS = Duration.ofDays(7);

    private NewCharge() {}

    static Document of(Document charge, Document intent, Document method) {
        ObjectNode details = CardDetails.ofCharge(method, intent.number("amount"), intent.flag("_authenticated"));
        if (intent.is("capture_method", "manual")) {
            details.withObjectProperty("card")
                    .put("capture_before", charge.number("created") + AUTHORISATION_LASTS.toSeconds());
        }
        charge.put("amount", intent.number("amount"))
                .put("amount_refunded", 0)
                .clear("application", "application_fee", "application_fee_amount", "balance_transaction")
                .put("billing_details", method.get("billing_details").deepCopy())
                .put("calculated_statement_descriptor", "QUAYSIDE STAND-IN")
                .put("currency", intent.text("currency"))
                .put("customer", intent.text("customer"))
                .put("description", intent.text("description"))
                .put("disputed", false)
                .clear("failure_balance_transaction", "failure_code", "failure_message")
                .put("fraud_details", Json.object())
                .put("metadata", intent.get("metadata").deepCopy())
                .clear("on_behalf_of", "review", "source_transfer")
                .put("payment_intent", intent.id())
                .put("payment_method", method.id())
                .put("payment_method_details", details)
                .put("radar_options", Json.object())
                .put("receipt_email", intent.text("receipt_email"))
                .clear("receipt_number")
                .put("receipt_url", "https://pay.stripe.com/receipts/payment/" + charge.id())
                .put("refunded", false)
                .put("shipping", intent.get("shipping").deepCopy())
                .clear("source", "statement_descriptor", "transfer_data", "transfer_group")
                .put("statement_descriptor_suffix", intent.text("statement_descriptor_suffix"));
        PaymentMethods.mark(charge, method);
        return charge;
    }

    static ObjectNode approved(boolean elevated) {
        return outcome("approved_by_network", "authorized", "Payment complete.")
                .put("risk_level", elevated ? "elevated" : "normal")
                .putNull("reason");
    }

    static ObjectNode declined(ApiError why, boolean blocked) {
        if (blocked) {
            return outcome("not_sent_to_network", "blocked", "Stripe blocked this payment as too risky.")
                    .put("risk_level", "highest")
                    .put("reason", "highest_risk_level");
        }
        return outcome(
                        "declined_by_network",
                        "issuer_declined",
                        "The bank did not return any further details with this decline.")
                .put("risk_level", "normal")
                .put("reason", why.error().path("decline_code").asText());
    }

    private static ObjectNode outcome(String network, String type, String message) {
        return Json.object()
                .put("network_status", network)
                .put("seller_message", message)
                .put("type", type);
    }
}
