package dev.quayside.order.catalog;

import dev.quayside.kit.money.Currency;
import dev.quayside.order.upstream.Finding;
import dev.quayside.order.upstream.NoAnswer;
import dev.quayside.order.upstream.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Quotes of the catalogue, and its reads for the audit. */
@ApplicationScoped
public class Catalog {
    static final String NAME = "the catalogue";

    private final CatalogClient client;
    private final QuickQuoteClient quick;
    private final Upstream upstream;

    Catalog(@RestClient CatalogClient client, @RestClient QuickQuoteClient quick, Upstream upstream) {
        this.client = client;
        this.quick = quick;
        this.upstream = upstream;
    }

    /** Asks for prices that something is decided by. */
    public Quote quote(Currency currency, List<LineRequest> lines) {
        return new Quote(
                currency,
                upstream.call(
                        NAME,
                        () -> client.quote(new CatalogWire.Lines(currency, lines))
                                .data()
                                .lines()));
    }

    /** Asks for prices that are only shown; empty when they do not come within a second. */
    public Optional<Quote> quickQuote(Currency currency, List<LineRequest> lines) {
        try {
            return Optional.of(new Quote(
                    currency,
                    upstream.call(
                            NAME,
                            () -> quick.quote(new CatalogWire.Lines(currency, lines))
                                    .data()
                                    .lines())));
        } catch (NoAnswer olderPricesWillDo) {
            return Optional.empty();
        }
    }

    /** Up to {@code limit} reservations after an id, by id ascending. */
    public List<AuditedReservation> reservations(@Nullable UUID after, int limit) {
        return upstream.call(NAME, () -> client.reservations(after, limit).data());
    }

    /** What the catalogue's own checks of its invariants find. */
    public List<Finding> invariants() {
        return upstream.call(NAME, () -> client.invariants().data());
    }
}
