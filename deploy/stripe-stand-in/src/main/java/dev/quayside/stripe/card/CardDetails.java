package dev.quayside.stripe.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Json;
import java.util.List;

/** The parts of payment methods and charges that describe the card and its owner. */
public final class CardDetails {
    private CardDetails() {}

    static ObjectNode of(TestCard card) {
        ObjectNode details = Json.object()
                .put("brand", card.brand())
                .put("country", "US")
                .put("display_brand", card.brand())
                .put("exp_month", 12)
                .put("exp_year", 2034)
                .put("fingerprint", "fp" + card.brand() + card.last4())
                .put("funding", "credit")
                .put("last4", card.last4())
                .putNull("generated_from")
                .putNull("wallet");
        details.set("checks", checks());
        details.set("three_d_secure_usage", Json.object().put("supported", true));
        ObjectNode networks = Json.object().putNull("preferred");
        networks.set("available", Json.array(List.of(card.brand())));
        details.set("networks", networks);
        return details;
    }

    private static ObjectNode checks() {
        return Json.object()
                .putNull("address_line1_check")
                .putNull("address_postal_code_check")
                .put("cvc_check", "pass");
    }

    static ObjectNode billing(ObjectNode sent) {
        ObjectNode billing = Json.object();
        ObjectNode address = Json.object();
        List.of("city", "country", "line1", "line2", "postal_code", "state").forEach(address::putNull);
        billing.set("address", address);
        List.of("email", "name", "phone", "tax_id").forEach(billing::putNull);
        sent.properties().forEach(entry -> billing.set(entry.getKey(), entry.getValue()));
        return billing;
    }

    /** {@code payment_method_details} of a charge made with this payment method. */
    public static ObjectNode ofCharge(Document method, long amount, boolean authenticated) {
        ObjectNode card = method.get("card").deepCopy();
        card.remove(List.of("display_brand", "generated_from", "networks", "three_d_secure_usage"));
        card.put("amount_authorized", amount)
                .put("network", card.path("brand").asText())
                .putNull("installments")
                .putNull("mandate");
        if (authenticated) {
            card.set(
                    "three_d_secure",
                    Json.object()
                            .put("authentication_flow", "challenge")
                            .put("result", "authenticated")
                            .putNull("result_reason")
                            .put("version", "2.2.0"));
        } else {
            card.putNull("three_d_secure");
        }
        ObjectNode details = Json.object().put("type", "card");
        details.set("card", card);
        return details;
    }
}
