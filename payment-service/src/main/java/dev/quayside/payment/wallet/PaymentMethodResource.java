package dev.quayside.payment.wallet;

import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.security.Caller;
import dev.quayside.payment.card.CardList;
import dev.quayside.payment.card.PaymentMethodView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** A signed-in customer's saved cards. Others' cards are a 404 {@code payment_method_not_found}, as those that are not there. */
@Path("/v1/payment-methods")
@RolesAllowed("customer")
public class PaymentMethodResource {
    private final PaymentMethods methods;
    private final CardList cards;
    private final Caller caller;

    PaymentMethodResource(PaymentMethods methods, CardList cards, Caller caller) {
        this.methods = methods;
        this.cards = cards;
        this.caller = caller;
    }

    /** The saved cards, the newest first. */
    @GET
    public Page<PaymentMethodView> list(@Context UriInfo uri) {
        return methods.page(customer(), uri);
    }

    /** One saved card. */
    @GET
    @Path("/{id}")
    public Data<PaymentMethodView> get(@PathParam("id") String id) {
        return new Data<>(methods.get(customer(), id));
    }

    /** Makes a card the one that is proposed first. */
    @PUT
    @Path("/{id}/default")
    public Data<PaymentMethodView> makeDefault(@PathParam("id") String id) {
        return new Data<>(cards.makeDefault(customer(), id));
    }

    /** Removes a card: 204, also for one that was removed before. It is not listed any more at once, and detached at Stripe. */
    @DELETE
    @Path("/{id}")
    public void remove(@PathParam("id") String id) {
        cards.remove(customer(), id);
    }

    private UUID customer() {
        return caller.customerId().orElseThrow();
    }
}
