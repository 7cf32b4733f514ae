package dev.quayside.stripe.charge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Lists;
import dev.quayside.stripe.wire.Metadata;
import dev.quayside.stripe.wire.Params;
import dev.quayside.stripe.wire.Resource;
import dev.quayside.stripe.wire.Routes;

/** {@code /v1/charges} and {@code /v1/balance_transactions}: reading what PaymentIntents have made. */
public final class ChargeResource implements Resource {
    private final Documents charges;
    private final Documents balance;
    private final Events events;

    public ChargeResource(Charges charges, BalanceTransactions balance, Events events) {
        this.charges = charges.documents();
        this.balance = balance.documents();
        this.events = events;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/v1/charges", this::list)
                .get("/v1/charges/:id", call -> find(charges, call).wire())
                .post("/v1/charges/:id", this::update)
                .get("/v1/balance_transactions", this::listBalance)
                .get("/v1/balance_transactions/:id", call -> find(balance, call).wire());
    }

    private static Document find(Documents documents, Call call) {
        return documents.find(call.id()).orElseThrow(() -> ApiError.missing(documents.object(), call.id()));
    }

    private ObjectNode list(Call call) {
        return Lists.answer(charges, call, Lists.selection(charges, call, "payment_intent", "customer"));
    }

    private ObjectNode listBalance(Call call) {
        return Lists.answer(balance, call, Lists.selection(balance, call, "type", "source", "currency"));
    }

    private ObjectNode update(Call call) {
        Params params = call.params().only("metadata", "description", "receipt_email");
        Metadata.check(params);
        Document charge = find(charges, call);
        ObjectNode before = charge.wire();
        for (String field : new String[] {"description", "receipt_email"}) {
            if (params.has(field)) {
                charge.put(field, params.text(field));
            }
        }
        Metadata.merge(charge, params);
        charges.save(charge);
        events.recordChange("charge.updated", before, charge);
        return charge.wire();
    }
}
