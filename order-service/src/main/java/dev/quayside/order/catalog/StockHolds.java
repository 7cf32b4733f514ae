package dev.quayside.order.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.kit.money.Currency;
import dev.quayside.order.upstream.Refusal;
import dev.quayside.order.upstream.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The stock that an order holds. Each verb can be repeated; what has been done is a success. */
@ApplicationScoped
public class StockHolds {
    private final CatalogClient client;
    private final Upstream upstream;

    StockHolds(@RestClient CatalogClient client, Upstream upstream) {
        this.client = client;
        this.upstream = upstream;
    }

    /** Holds all of an order's lines or none. */
    public Hold hold(UUID orderId, Currency currency, List<LineRequest> lines) {
        try {
            CatalogWire.Reserved reserved = upstream.call(
                    Catalog.NAME,
                    () -> client.hold(orderId, new CatalogWire.Lines(currency, lines))
                            .data());
            return new Hold.Held(
                    reserved.lines().stream().map(CatalogWire.Line::priced).toList());
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    /** Takes the held stock for good. */
    public void commit(UUID orderId) {
        try {
            move(orderId, "commit");
        } catch (Refusal refusal) {
            // Given back since: then it had been taken, and taking it again would be wrong.
            if (!refusal.code().equals("reservation_closed")) {
                throw refusal;
            }
        }
    }

    /** Lets held stock go. Of an order that holds none it makes sure that a late attempt to hold is refused. */
    public void release(UUID orderId) {
        move(orderId, "release");
    }

    /** Puts stock that was taken back on the shelf. */
    public void giveBack(UUID orderId) {
        move(orderId, "return");
    }

    /** Puts some of the stock that was taken back, once for a return's id; false when the catalogue has all of it back already. */
    public boolean giveBack(UUID orderId, UUID returnId, List<LineRequest> lines) {
        try {
            upstream.call(Catalog.NAME, () -> client.giveBack(orderId, returnId, new CatalogWire.Returned(lines)));
            return true;
        } catch (Refusal refusal) {
            if (refusal.code().equals("return_exceeds_committed")) {
                return false;
            }
            throw refusal;
        }
    }

    private void move(UUID orderId, String move) {
        upstream.call(Catalog.NAME, () -> client.move(orderId, move));
    }

    private static Hold refused(Refusal refusal) {
        return switch (refusal.code()) {
            case "insufficient_stock" -> new Hold.TooFew(available(refusal.problem()));
            case "unknown_sku" -> new Hold.Unsellable(faults(refusal.problem(), Quote.Fault.UNKNOWN_SKU));
            case "price_unavailable" -> new Hold.Unsellable(faults(refusal.problem(), Quote.Fault.PRICE_UNAVAILABLE));
            default -> new Hold.Refused(refusal.code());
        };
    }

    private static Map<String, Integer> available(JsonNode problem) {
        Map<String, Integer> available = new HashMap<>();
        problem.path("available")
                .properties()
                .forEach(sku -> available.put(sku.getKey(), sku.getValue().asInt()));
        return available;
    }

    private static Map<String, Quote.Fault> faults(JsonNode problem, Quote.Fault fault) {
        Map<String, Quote.Fault> faults = new HashMap<>();
        problem.path("errors").forEach(error -> faults.put(error.path("field").asText(), fault));
        return faults;
    }
}
