package dev.quayside.stripe.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.card.PaymentMethods;
import dev.quayside.stripe.customer.Customers;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.payment.BrowserView;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Lists;
import dev.quayside.stripe.wire.Metadata;
import dev.quayside.stripe.wire.Params;
import dev.quayside.stripe.wire.Resource;
import dev.quayside.stripe.wire.Routes;
import java.util.List;
import java.util.Set;

/** {@code /v1/setup_intents}. */
public final class SetupIntentResource implements Resource {
    private static final String PATH = "/v1/setup_intents";
    private static final Set<String> CREATE = Params.names("""
            automatic_payment_methods confirm customer description metadata payment_method payment_method_data
            payment_method_options payment_method_types return_url usage use_stripe_sdk mandate_data
            """);
    private static final Set<String> CONFIRM = Params.names("""
            client_secret payment_method payment_method_data payment_method_options return_url use_stripe_sdk mandate_data
            expected_payment_method_type client_context client_attribution_metadata
            """);

    private final Store store;
    private final SetupIntents setups;
    private final Documents documents;
    private final Customers customers;
    private final PaymentMethods methods;
    private final Events events;

    public SetupIntentResource(
            Store store, SetupIntents setups, Customers customers, PaymentMethods methods, Events events) {
        this.store = store;
        this.setups = setups;
        this.documents = setups.documents();
        this.customers = customers;
        this.methods = methods;
        this.events = events;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(PATH, this::create)
                .get(
                        PATH,
                        call -> Lists.answer(
                                documents, call, Lists.selection(documents, call, "customer", "payment_method")))
                .open("GET", PATH + "/:id", this::retrieve)
                .open("POST", PATH + "/:id/confirm", this::confirm)
                .post(PATH + "/:id/cancel", this::cancel);
    }

    private ObjectNode create(Call call) {
        Params params = call.params().only(CREATE);
        Metadata.check(params);
        String usage = params.oneOf("usage", "on_session", "off_session");
        Document method = methods.from(params);
        Document setup = documents.create();
        setup.clear("application", "attach_to_self", "automatic_payment_methods", "cancellation_reason")
                .put("client_secret", setup.id() + "_secret_" + store.ids().random(25))
                .put("customer", customers.named(params))
                .put("description", params.text("description"))
                .put("flow_directions", Json.array())
                .clear("last_setup_error", "latest_attempt", "mandate", "next_action", "on_behalf_of")
                .put("payment_method", method == null ? null : method.id())
                .put("payment_method_options", Json.object())
                .put("payment_method_types", Json.array(types(params)))
                .clear("single_use_mandate")
                .put("status", method == null ? "requires_payment_method" : "requires_confirmation")
                .put("usage", usage == null ? "off_session" : usage)
                .put("metadata", Metadata.of(params));
        documents.save(setup);
        events.record("setup_intent.created", setup);
        return (params.flag("confirm") ? setups.confirm(setup, new Params(Json.object(), List.of())) : setup).wire();
    }

    private static List<String> types(Params params) {
        return params.has("payment_method_types") ? params.list("payment_method_types") : List.of("card");
    }

    private ObjectNode retrieve(Call call) {
        call.params().only("client_secret", "is_stripe_sdk");
        Document setup = setups.get(call.id());
        BrowserView.admit(call, setup);
        return BrowserView.of(call, setup);
    }

    private ObjectNode confirm(Call call) {
        call.params().only(CONFIRM);
        Document setup = setups.get(call.id());
        BrowserView.admit(call, setup);
        return BrowserView.of(call, setups.confirm(setup, call.params()));
    }

    private ObjectNode cancel(Call call) {
        Params params = call.params().only("cancellation_reason");
        String reason = params.oneOf("cancellation_reason", "abandoned", "requested_by_customer", "duplicate");
        return setups.cancel(setups.get(call.id()), reason == null ? "" : reason)
                .wire();
    }
}
