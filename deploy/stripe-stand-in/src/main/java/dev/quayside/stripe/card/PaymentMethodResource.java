package dev.quayside.stripe.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.customer.Customers;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Selection;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Lists;
import dev.quayside.stripe.wire.Metadata;
import dev.quayside.stripe.wire.Params;
import dev.quayside.stripe.wire.Resource;
import dev.quayside.stripe.wire.Routes;
import java.util.Set;

/** {@code /v1/payment_methods} and a customer's part of them. */
public final class PaymentMethodResource implements Resource {
    private static final String PATH = "/v1/payment_methods";

    private final PaymentMethods methods;
    private final Customers customers;
    private final Documents documents;

    public PaymentMethodResource(PaymentMethods methods, Customers customers) {
        this.methods = methods;
        this.customers = customers;
        this.documents = methods.documents();
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("POST", PATH, this::create)
                .get(PATH, this::list)
                .get(PATH + "/:id", this::retrieve)
                .post(PATH + "/:id", this::update)
                .post(PATH + "/:id/attach", this::attach)
                .post(PATH + "/:id/detach", this::detach)
                .get("/v1/customers/:id/payment_methods", this::listOfCustomer);
    }

    private ObjectNode create(Call call) {
        Params params = call.params().only("type", "card", "billing_details", "metadata", "allow_redisplay");
        Metadata.check(params);
        Document method = methods.fromData(params);
        Metadata.merge(method, params);
        return documents.save(method).wire();
    }

    private Document find(Call call) {
        boolean magic = TestCard.named(call.id()).isPresent();
        if (!magic && documents.find(call.id()).isEmpty()) {
            throw ApiError.missing("PaymentMethod", call.id());
        }
        return methods.use(call.id(), "payment_method");
    }

    private ObjectNode retrieve(Call call) {
        call.params().only();
        return find(call).wire();
    }

    private ObjectNode update(Call call) {
        Params params = call.params().only("metadata", "billing_details", "allow_redisplay");
        Metadata.check(params);
        Document method = find(call);
        ObjectNode billing = params.object("billing_details");
        if (billing != null) {
            method.put("billing_details", CardDetails.billing(billing));
        }
        Metadata.merge(method, params);
        return documents.save(method).wire();
    }

    private ObjectNode attach(Call call) {
        Params params = call.params().only("customer");
        params.required("customer");
        String customer = customers.named(params);
        return methods.attach(find(call), customer == null ? "" : customer).wire();
    }

    private ObjectNode detach(Call call) {
        call.params().only();
        return methods.detach(find(call)).wire();
    }

    private ObjectNode list(Call call) {
        Selection selection = Lists.selection(documents, call, Set.of("allow_redisplay"), "customer", "type");
        return Lists.answer(documents, call, selection.matching(method -> method.has("customer")));
    }

    private ObjectNode listOfCustomer(Call call) {
        String customer = customers.existing(call.id());
        Selection selection = Lists.selection(documents, call, Set.of("allow_redisplay"), "type");
        return Lists.answer(documents, call, selection.where("customer", customer));
    }
}
