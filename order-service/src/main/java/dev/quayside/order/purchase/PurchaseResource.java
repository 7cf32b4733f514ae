package dev.quayside.order.purchase;

import dev.quayside.kit.page.Data;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Purchases, for other services. */
@Path("/internal/v1/purchases")
public class PurchaseResource {
    private final PurchaseService purchases;

    PurchaseResource(PurchaseService purchases) {
        this.purchases = purchases;
    }

    /** Whether a customer has paid for a product. Nothing changes; the question is a body because a product can have many skus. */
    @POST
    @RolesAllowed("sales:read")
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<PurchaseView> bought(@Valid @NotNull PurchaseQuestion question) {
        return new Data<>(purchases.answer(question));
    }
}
