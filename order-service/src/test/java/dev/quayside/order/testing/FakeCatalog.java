package dev.quayside.order.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** catalog-service's quotes and reservations, kept in memory under one lock. */
public final class FakeCatalog {
    private static final class Stock {
        final Map<String, Long> prices = new HashMap<>();
        int onHand;
        int reserved;
    }

    private record Reservation(String status, String currency, Map<String, Integer> quantities, List<Object> lines) {
        Reservation in(String next) {
            return new Reservation(next, currency, quantities, lines);
        }
    }

    private record Return(String order, Map<String, Integer> quantities) {}

    private final Map<String, Return> returns = new HashMap<>();
    private final Map<String, Stock> stocks = new HashMap<>();
    private final TreeMap<String, Reservation> reservations = new TreeMap<>();

    /** Puts a new sku on the shelf at a price in EUR. */
    public synchronized String product(long price, int onHand) {
        String sku = "SKU-" + UUID.randomUUID().toString().substring(0, 13);
        price(sku, "EUR", price);
        Objects.requireNonNull(stocks.get(sku)).onHand = onHand;
        return sku;
    }

    /** Sets a price, in minor units. */
    public synchronized void price(String sku, String currency, long price) {
        stocks.computeIfAbsent(sku, unused -> new Stock()).prices.put(currency, price);
    }

    public synchronized void withdraw(String sku) {
        stocks.remove(sku);
    }

    /** Sets what is on the shelf. */
    public synchronized void stock(String sku, int onHand) {
        Objects.requireNonNull(stocks.get(sku)).onHand = onHand;
    }

    public synchronized int onHand(String sku) {
        return Objects.requireNonNull(stocks.get(sku)).onHand;
    }

    public synchronized int reserved(String sku) {
        return Objects.requireNonNull(stocks.get(sku)).reserved;
    }

    /** The state of an order's reservation, or {@code none}. */
    public synchronized String reservation(String orderId) {
        Reservation reservation = reservations.get(orderId);
        return reservation == null ? "none" : reservation.status();
    }

    /** As if a return had never come. */
    public synchronized void forgetReturn(String returnId) {
        Return forgotten = returns.remove(returnId);
        if (forgotten != null) {
            forgotten
                    .quantities()
                    .forEach((sku, quantity) -> Objects.requireNonNull(stocks.get(sku)).onHand -= quantity);
        }
    }

    /** Puts a reservation there that no order knows of. */
    public synchronized String orphan() {
        String id = UUID.randomUUID().toString();
        reservations.put(id, new Reservation("held", "EUR", Map.of(), List.of()));
        return id;
    }

    /** As if the order's stock were in another state; what is on the shelf stays. */
    public synchronized void pretend(String orderId, String status) {
        reservations.computeIfPresent(orderId, (unused, known) -> known.in(status));
    }

    /** As if the order's stock had never been held. */
    public synchronized void forget(String orderId) {
        Reservation forgotten = reservations.remove(orderId);
        if (forgotten != null && forgotten.status().equals("held")) {
            forgotten
                    .quantities()
                    .forEach((sku, quantity) -> Objects.requireNonNull(stocks.get(sku)).reserved -= quantity);
        }
    }

    synchronized FakeAnswer serve(String operation, String[] path, @Nullable JsonNode body) {
        return switch (operation) {
            case "quote" -> quote(Objects.requireNonNull(body));
            case "hold" -> hold(path[1], Objects.requireNonNull(body));
            case "commit" -> commit(path[1]);
            case "release" -> release(path[1]);
            case "return" -> giveBack(path[1]);
            case "returns" -> giveBack(path[1], path[3], Objects.requireNonNull(body));
            default -> FakeAnswer.problem(404, "not_found");
        };
    }

    synchronized FakeAnswer audit(@Nullable String query) {
        String after = query == null ? "" : query.replaceAll(".*after=([^&]*).*|.*", "$1");
        return FakeAnswer.ok(reservations.tailMap(after, false).entrySet().stream()
                .limit(500)
                .map(entry -> Map.of(
                        "id",
                        entry.getKey(),
                        "status",
                        entry.getValue().status(),
                        "lines",
                        entry.getValue().quantities().entrySet().stream()
                                .map(line -> Map.of(
                                        "sku",
                                        line.getKey(),
                                        "quantity",
                                        line.getValue(),
                                        "returned",
                                        returned(entry.getKey(), line.getKey())))
                                .toList()))
                .toList());
    }

    private FakeAnswer quote(JsonNode body) {
        String currency = body.get("currency").asText();
        List<Object> lines = new ArrayList<>();
        for (JsonNode asked : body.get("lines")) {
            String sku = asked.get("sku").asText();
            Map<String, Object> line =
                    new HashMap<>(line(sku, asked.get("quantity").asInt(), currency));
            Stock stock = stocks.get(sku);
            line.put("available", stock == null ? 0 : stock.onHand - stock.reserved);
            line.put("problem", fault(sku, currency));
            lines.add(line);
        }
        return FakeAnswer.ok(Map.of("currency", currency, "lines", lines));
    }

    private FakeAnswer hold(String id, JsonNode body) {
        String currency = body.get("currency").asText();
        Map<String, Integer> quantities = new TreeMap<>();
        body.get("lines")
                .forEach(line -> quantities.put(
                        line.get("sku").asText(), line.get("quantity").asInt()));
        Reservation known = reservations.get(id);
        if (known != null) {
            return again(id, known, currency, quantities);
        }
        Map<String, Object> few = new HashMap<>();
        for (Map.Entry<String, Integer> line : quantities.entrySet()) {
            String fault = fault(line.getKey(), currency);
            if (fault != null) {
                return FakeAnswer.problem(
                        422, fault, Map.of("errors", List.of(Map.of("field", line.getKey(), "code", fault))));
            }
            Stock stock = Objects.requireNonNull(stocks.get(line.getKey()));
            if (stock.onHand - stock.reserved < line.getValue()) {
                few.put(line.getKey(), stock.onHand - stock.reserved);
            }
        }
        if (!few.isEmpty()) {
            return FakeAnswer.problem(409, "insufficient_stock", Map.of("available", few));
        }
        List<Object> lines = new ArrayList<>();
        quantities.forEach((sku, quantity) -> {
            Objects.requireNonNull(stocks.get(sku)).reserved += quantity;
            lines.add(line(sku, quantity, currency));
        });
        Reservation held = new Reservation("held", currency, quantities, lines);
        reservations.put(id, held);
        return answer(id, held);
    }

    private static FakeAnswer again(String id, Reservation known, String currency, Map<String, Integer> quantities) {
        if (known.status().equals("released")) {
            return FakeAnswer.problem(409, "reservation_closed");
        }
        return known.currency().equals(currency) && known.quantities().equals(quantities)
                ? answer(id, known)
                : FakeAnswer.problem(409, "reservation_mismatch");
    }

    private FakeAnswer commit(String id) {
        Reservation known = reservations.get(id);
        if (known == null) {
            return FakeAnswer.problem(404, "reservation_not_found");
        }
        return switch (known.status()) {
            case "held" -> move(id, known, "committed", -1, -1);
            case "committed" -> answer(id, known);
            default -> FakeAnswer.problem(409, "reservation_closed");
        };
    }

    private FakeAnswer release(String id) {
        Reservation known = reservations.get(id);
        if (known == null) {
            Reservation tombstone = new Reservation("released", "", Map.of(), List.of());
            reservations.put(id, tombstone);
            return answer(id, tombstone);
        }
        return switch (known.status()) {
            case "held" -> move(id, known, "released", 0, -1);
            case "committed" -> FakeAnswer.problem(409, "reservation_committed");
            default -> answer(id, known);
        };
    }

    private FakeAnswer giveBack(String id) {
        Reservation known = reservations.get(id);
        if (known == null) {
            return FakeAnswer.problem(404, "reservation_not_found");
        }
        return switch (known.status()) {
            case "committed" -> {
                known.quantities()
                        .forEach((sku, quantity) ->
                                Objects.requireNonNull(stocks.get(sku)).onHand += quantity - returned(id, sku));
                Reservation back = known.in("returned");
                reservations.put(id, back);
                yield answer(id, back);
            }
            case "returned" -> answer(id, known);
            default -> FakeAnswer.problem(409, "reservation_not_committed");
        };
    }

    private FakeAnswer giveBack(String id, String returnId, JsonNode body) {
        Reservation known = reservations.get(id);
        if (known == null) {
            return FakeAnswer.problem(404, "reservation_not_found");
        }
        Map<String, Integer> quantities = new TreeMap<>();
        body.get("lines")
                .forEach(line -> quantities.put(
                        line.get("sku").asText(), line.get("quantity").asInt()));
        Return wanted = new Return(id, quantities);
        Return before = returns.get(returnId);
        if (before != null) {
            return before.equals(wanted)
                    ? FakeAnswer.ok(Map.of("id", returnId, "lines", body.get("lines")))
                    : FakeAnswer.problem(409, "return_mismatch");
        }
        if (known.status().equals("held")) {
            return FakeAnswer.problem(409, "reservation_not_committed");
        }
        if (quantities.entrySet().stream()
                .anyMatch(line -> returned(id, line.getKey()) + line.getValue()
                        > known.quantities().getOrDefault(line.getKey(), 0))) {
            return FakeAnswer.problem(409, "return_exceeds_committed");
        }
        quantities.forEach((sku, quantity) -> Objects.requireNonNull(stocks.get(sku)).onHand += quantity);
        returns.put(returnId, wanted);
        return FakeAnswer.ok(Map.of("id", returnId, "lines", body.get("lines")));
    }

    /** Units that are back so far. */
    private int returned(String id, String sku) {
        Reservation known = Objects.requireNonNull(reservations.get(id));
        return known.status().equals("returned")
                ? known.quantities().getOrDefault(sku, 0)
                : returns.values().stream()
                        .filter(one -> one.order().equals(id))
                        .mapToInt(one -> one.quantities().getOrDefault(sku, 0))
                        .sum();
    }

    private FakeAnswer move(String id, Reservation from, String to, int onHand, int reserved) {
        from.quantities().forEach((sku, quantity) -> {
            Stock stock = Objects.requireNonNull(stocks.get(sku));
            stock.onHand += onHand * quantity;
            stock.reserved += reserved * quantity;
        });
        Reservation moved = from.in(to);
        reservations.put(id, moved);
        return answer(id, moved);
    }

    private static FakeAnswer answer(String id, Reservation reservation) {
        return FakeAnswer.ok(Map.of("id", id, "status", reservation.status(), "lines", reservation.lines()));
    }

    private @Nullable String fault(String sku, String currency) {
        Stock stock = stocks.get(sku);
        if (stock == null) {
            return "unknown_sku";
        }
        return stock.prices.containsKey(currency) ? null : "price_unavailable";
    }

    private Map<String, Object> line(String sku, int quantity, String currency) {
        Map<String, Object> line = new HashMap<>();
        line.put("sku", sku);
        line.put("quantity", quantity);
        if (fault(sku, currency) == null) {
            line.put("productId", id("product " + sku));
            line.put("variantId", id("variant " + sku));
            line.put("title", "Title of " + sku);
            line.put("options", Map.of("size", "M"));
            line.put(
                    "unitPrice",
                    Map.of(
                            "amount",
                            Objects.requireNonNull(Objects.requireNonNull(stocks.get(sku))
                                    .prices
                                    .get(currency)),
                            "currency",
                            currency));
        }
        return line;
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
