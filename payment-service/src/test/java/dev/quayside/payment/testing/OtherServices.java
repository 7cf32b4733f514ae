package dev.quayside.payment.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.quayside.kit.testing.IdentityResource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** order-service and catalog-service behind the gateway's internal listener, as far as reconciliation asks them. */
public final class OtherServices implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final StubMapping stub;
    /** By the id's text: that sorts as the bytes do. */
    private final NavigableMap<String, FakeOrder> orders = new ConcurrentSkipListMap<>();

    private final NavigableMap<String, FakeReservation> reservations = new ConcurrentSkipListMap<>();
    private final List<Map<String, String>> stockFaults = new CopyOnWriteArrayList<>();
    private final List<UUID> repairs = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile boolean idle;
    private volatile @Nullable BiConsumer<String, String> before;

    public OtherServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        String here = "http://127.0.0.1:" + server.getAddress().getPort();
        stub = IdentityResource.gateway()
                .stubFor(any(urlPathMatching("/internal/v1/(audit/(order|catalog)|order-repairs|payment-events)/.*"))
                        .atPriority(1)
                        .willReturn(aResponse().proxiedFrom(here)));
    }

    @Override
    public void close() {
        IdentityResource.gateway().removeStub(stub);
        server.stop(0);
    }

    /** An order that is there; change it as you like. */
    public FakeOrder order(UUID id, long total) {
        return orders.computeIfAbsent(id.toString(), unused -> new FakeOrder(id, total));
    }

    public FakeReservation reservation(UUID id, String status) {
        FakeReservation made = new FakeReservation(id, status);
        reservations.put(id.toString(), made);
        return made;
    }

    public String stockOf(UUID id) {
        FakeReservation found = reservations.get(id.toString());
        return found == null ? "none" : found.status;
    }

    public void shelfIsOff(String sku, String detail) {
        stockFaults.add(Map.of("subject", sku, "detail", detail));
    }

    public void shelfIsRight() {
        stockFaults.clear();
    }

    /** The orders whose stock was to be repaired. */
    public List<UUID> repairs() {
        return repairs;
    }

    /** No service answers, or they do again. */
    public void away(boolean yes) {
        away = yes;
    }

    /** Repairs are taken, and nothing comes of them. */
    public void idle(boolean yes) {
        idle = yes;
    }

    /** Runs before each call is answered, with its path and query. */
    public void before(@Nullable BiConsumer<String, String> hook) {
        before = hook;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        JsonNode body = json.readTree(exchange.getRequestBody());
        BiConsumer<String, String> hook = before;
        if (hook != null) {
            hook.accept(path, query);
        }
        if (away) {
            answer(exchange, 503, Map.of("code", "upstream_unavailable"));
        } else if (path.endsWith("/orders")) {
            answer(exchange, 200, page(orders, query, FakeOrder::view));
        } else if (path.endsWith("/reservations")) {
            answer(exchange, 200, page(reservations, query, FakeReservation::view));
        } else if (path.endsWith("/invariants")) {
            answer(exchange, 200, Map.of("data", List.of(Map.of("id", "I1", "offenders", stockFaults))));
        } else if (path.contains("/order-repairs/")) {
            repair(UUID.fromString(path.split("/", -1)[4]));
            answer(exchange, 202, Map.of("data", Map.of()));
        } else {
            tell(path.substring(path.lastIndexOf('/') + 1), body);
            answer(exchange, 204, null);
        }
    }

    private void repair(UUID id) {
        repairs.add(id);
        FakeOrder order = orders.get(id.toString());
        FakeReservation stock = reservations.get(id.toString());
        if (stock != null && !idle) {
            stock.settle(order);
        }
    }

    /** As order-service does: by version, and a paid order is confirmed and takes its stock. */
    private void tell(String id, JsonNode state) {
        FakeOrder order = orders.get(id);
        if (order != null && order.take(state)) {
            repair(order.id);
        }
    }

    private <T> Map<String, Object> page(
            NavigableMap<String, T> rows, String query, java.util.function.Function<T, Map<String, Object>> view) {
        Map<String, String> asked = new HashMap<>();
        for (String part : query.split("&", -1)) {
            asked.put(part.split("=", -1)[0], part.split("=", -1)[1]);
        }
        Collection<T> after =
                rows.tailMap(asked.getOrDefault("after", ""), false).values();
        return Map.of(
                "data",
                after.stream()
                        .limit(Integer.parseInt(asked.getOrDefault("limit", "100")))
                        .map(view)
                        .toList());
    }

    private void answer(HttpExchange exchange, int status, @Nullable Object body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
