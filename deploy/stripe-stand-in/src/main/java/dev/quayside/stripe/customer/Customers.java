package dev.quayside.stripe.customer;

import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Params;
import org.jspecify.annotations.Nullable;

/** Knows which customers there are. */
public final class Customers {
    private final Documents documents;

    public Customers(Store store) {
        this.documents = store.documents("customer", "cus", "email");
    }

    Documents documents() {
        return documents;
    }

    /** The customer that the parameter {@code customer} names, or null if it names none. */
    public @Nullable String named(Params params) {
        String id = params.text("customer");
        if (id != null
                && documents
                        .find(id)
                        .filter(customer -> !customer.flag("deleted"))
                        .isEmpty()) {
            throw ApiError.missingReference("customer", "customer", id);
        }
        return id;
    }

    /** Refuses the path of a customer who is not there. */
    public String existing(String id) {
        if (documents.find(id).isEmpty()) {
            throw ApiError.missing("customer", id);
        }
        return id;
    }
}
