package dev.quayside.payment.people;

import dev.quayside.kit.page.Data;
import dev.quayside.payment.card.CustomerCards;
import dev.quayside.payment.card.PaymentMethodView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** A customer's data in this service. Each call can be repeated; a customer that is not known here has nothing. */
@Path("/internal/v1/people/{customerId}")
public class PeopleResource {
    private final CustomerCards cards;

    PeopleResource(CustomerCards cards) {
        this.cards = cards;
    }

    /** The saved cards. */
    @GET
    @Path("/export")
    @RolesAllowed("people:write")
    public Data<Export> export(@PathParam("customerId") UUID customer) {
        return new Data<>(new Export(cards.all(customer)));
    }

    /** Removes all saved cards; durable steps detach them at Stripe. */
    @POST
    @Path("/erasure")
    @RolesAllowed("people:write")
    public Data<Erased> erase(@PathParam("customerId") UUID customer) {
        return new Data<>(new Erased(cards.eraseAll(customer)));
    }

    /** What is kept. */
    record Export(List<PaymentMethodView> paymentMethods) {}

    /** How many cards were removed. */
    record Erased(int paymentMethods) {}
}
