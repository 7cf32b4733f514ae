package dev.quayside.stripe.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import java.util.List;

/** What a browser may see and do: it has a publishable key, so the client secret is what opens an intent to it. */
public final class BrowserView {
    private static final List<String> HIDDEN = List.of(
            "amount_capturable",
            "amount_received",
            "application",
            "application_fee_amount",
            "customer",
            "latest_charge",
            "metadata",
            "on_behalf_of",
            "payment_method_options",
            "review",
            "statement_descriptor",
            "statement_descriptor_suffix",
            "transfer_data",
            "transfer_group");

    private BrowserView() {}

    /** Refuses a call whose client secret is missing or another's; a server with a secret key needs none. */
    public static void admit(Call call, Document intent) {
        String secret = call.isPublishable()
                ? call.params().required("client_secret")
                : call.params().text("client_secret");
        if (secret != null && !intent.is("client_secret", secret)) {
            throw ApiError.invalid(
                    "payment_intent_invalid_parameter",
                    "client_secret",
                    "The client_secret provided does not match any associated " + intent.text("object")
                            + " on this account. Ensure the client_secret is correct.");
        }
    }

    public static ObjectNode of(Call call, Document intent) {
        ObjectNode view = intent.wire();
        if (call.isPublishable()) {
            view.remove(HIDDEN);
        }
        return view;
    }
}
