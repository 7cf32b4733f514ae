package dev.quayside.stripe.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.wire.Metadata;
import dev.quayside.stripe.wire.Params;
import java.util.List;
import java.util.Set;

/** Which parameters the verbs of a PaymentIntent know, and those that are merely kept and echoed. */
final class IntentFields {
    static final Set<String> CREATE = Params.names("""
            amount currency confirm payment_method payment_method_data payment_method_types
            payment_method_options automatic_payment_methods capture_method confirmation_method customer
            description metadata off_session receipt_email return_url setup_future_usage shipping
            statement_descriptor statement_descriptor_suffix transfer_group use_stripe_sdk
            error_on_requires_action mandate_data
            """);
    static final Set<String> UPDATE = Params.names("""
            amount currency payment_method payment_method_data payment_method_types payment_method_options
            capture_method customer description metadata receipt_email setup_future_usage shipping
            statement_descriptor statement_descriptor_suffix transfer_group
            """);
    static final Set<String> CONFIRM = Params.names("""
            payment_method payment_method_data payment_method_types payment_method_options capture_method
            off_session receipt_email return_url setup_future_usage shipping use_stripe_sdk
            error_on_requires_action mandate_data mandate client_secret
            """);
    /** What Stripe.js may say when it confirms from a browser. */
    static final Set<String> CONFIRM_FROM_BROWSER = Params.names("""
            payment_method payment_method_data payment_method_options receipt_email return_url
            setup_future_usage shipping use_stripe_sdk mandate_data client_secret
            expected_payment_method_type client_context client_attribution_metadata radar_options
            set_as_default_payment_method
            """);

    private static final List<String> TEXTS = List.of(
            "description",
            "receipt_email",
            "setup_future_usage",
            "statement_descriptor",
            "statement_descriptor_suffix",
            "transfer_group");

    private IntentFields() {}

    /** Refuses values that cannot be right; changes nothing. */
    static void check(Params params) {
        Metadata.check(params);
        params.oneOf("capture_method", "automatic", "automatic_async", "manual");
        params.oneOf("confirmation_method", "automatic", "manual");
        params.oneOf("setup_future_usage", "on_session", "off_session");
    }

    static void apply(Document intent, Params params) {
        for (String field : TEXTS) {
            if (params.has(field)) {
                intent.put(field, params.text(field));
            }
        }
        for (String field : List.of("shipping", "payment_method_options")) {
            ObjectNode value = params.object(field);
            if (value != null) {
                intent.put(field, value);
            }
        }
        if (params.has("payment_method_types")) {
            intent.put("payment_method_types", Json.array(params.list("payment_method_types")));
        }
        if (params.text("capture_method") != null) {
            intent.put("capture_method", params.text("capture_method"));
        }
        if (params.text("return_url") != null) {
            intent.put("_return_url", params.text("return_url"));
        }
        Metadata.merge(intent, params);
    }
}
