package dev.quayside.stripe.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Selection;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Lists;
import dev.quayside.stripe.wire.Metadata;
import dev.quayside.stripe.wire.Params;
import dev.quayside.stripe.wire.Resource;
import dev.quayside.stripe.wire.Routes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** {@code /v1/customers}. */
public final class CustomerResource implements Resource {
    private static final String PATH = "/v1/customers";
    private static final List<String> TEXTS = List.of("description", "email", "name", "phone");
    private static final Set<String> KNOWN =
            Set.of("description", "email", "name", "phone", "address", "shipping", "metadata", "preferred_locales");

    private final Documents documents;
    private final Events events;
    private final Consumer<String> onDeleted;

    /** What else ends with a customer is done by {@code onDeleted}, which gets the id. */
    public CustomerResource(Customers customers, Events events, Consumer<String> onDeleted) {
        this.documents = customers.documents();
        this.events = events;
        this.onDeleted = onDeleted;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(PATH, this::create)
                .get(PATH, call -> Lists.answer(documents, call, living(call)))
                .get(PATH + "/:id", this::retrieve)
                .post(PATH + "/:id", this::update)
                .delete(PATH + "/:id", this::delete);
    }

    private Selection living(Call call) {
        return Lists.selection(documents, call, "email").matching(customer -> !customer.flag("deleted"));
    }

    private ObjectNode create(Call call) {
        Params params = checked(call);
        Document customer = documents
                .create()
                .clear("address", "currency", "default_source", "description", "email", "name", "phone", "shipping")
                .put("balance", 0)
                .put("delinquent", false)
                .put("invoice_prefix", call.requestId().substring(4, 12).toUpperCase(Locale.ROOT))
                .put("preferred_locales", Json.array())
                .put("tax_exempt", "none");
        apply(customer, params);
        documents.save(customer);
        events.record("customer.created", customer);
        return customer.wire();
    }

    private static Params checked(Call call) {
        Params params = call.params().only(KNOWN);
        Metadata.check(params);
        return params;
    }

    private static void apply(Document customer, Params params) {
        for (String field : TEXTS) {
            if (params.has(field)) {
                customer.put(field, params.text(field));
            }
        }
        for (String field : List.of("address", "shipping")) {
            ObjectNode value = params.object(field);
            if (value != null) {
                customer.put(field, value);
            } else if (params.has(field)) {
                customer.clear(field);
            }
        }
        Metadata.merge(customer, params);
    }

    private Document find(Call call) {
        return documents.find(call.id()).orElseThrow(() -> ApiError.missing("customer", call.id()));
    }

    private ObjectNode retrieve(Call call) {
        call.params().only();
        Document customer = find(call);
        return customer.flag("deleted") ? gone(customer) : customer.wire();
    }

    private ObjectNode update(Call call) {
        Params params = checked(call);
        Document customer = living(find(call));
        ObjectNode before = customer.wire();
        apply(customer, params);
        documents.save(customer);
        events.recordChange("customer.updated", before, customer);
        return customer.wire();
    }

    private ObjectNode delete(Call call) {
        Document customer = living(find(call));
        onDeleted.accept(customer.id());
        events.record("customer.deleted", customer);
        return gone(documents.save(customer.put("deleted", true)));
    }

    private static Document living(Document customer) {
        if (customer.flag("deleted")) {
            throw ApiError.missing("customer", customer.id());
        }
        return customer;
    }

    private static ObjectNode gone(Document customer) {
        return Json.object().put("id", customer.id()).put("object", "customer").put("deleted", true);
    }
}
