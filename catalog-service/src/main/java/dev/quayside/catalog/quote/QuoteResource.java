package dev.quayside.catalog.quote;

import dev.quayside.catalog.quote.Quote.QuotedLine;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.Data;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Quotes for other services. */
@Path("/internal/v1/quotes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class QuoteResource {
    private final Offers offers;

    QuoteResource(Offers offers) {
        this.offers = offers;
    }

    /** Prices and availability of a basket's lines, as they are now; nothing is held. A line at fault says so and is no error. */
    @POST
    @RolesAllowed("stock:hold")
    public Data<Quote> quote(@Valid @NotNull Basket basket) {
        Currency currency = basket.priced();
        Map<String, Offer> found = offers.of(basket.skus(), currency);
        return new Data<>(new Quote(
                currency,
                basket.lines().stream()
                        .map(line -> QuotedLine.of(line, found.get(line.sku()), currency))
                        .toList()));
    }
}
