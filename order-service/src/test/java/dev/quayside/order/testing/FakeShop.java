package dev.quayside.order.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The other services behind the gateway's internal listener, with faults on demand and a journal of the calls. */
public final class FakeShop {
    private static final FakeShop ONE = new FakeShop();
    private static final long LATE_MILLIS = 3_200;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final FakeCatalog catalog = new FakeCatalog();
    private final FakePayments payments = new FakePayments();

    private FakeShop() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/internal/v1/", this::serve);
        server.setExecutor(workers);
        server.start();
    }

    public static FakeShop get() {
        return ONE;
    }

    public FakeCatalog catalog() {
        return catalog;
    }

    public FakePayments payments() {
        return payments;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    /** Everything works again and nothing is waited for; what has been bought stays. */
    public void heal() {
        faults.clear();
        gates.values().forEach(Gate::open);
        gates.clear();
    }

    /** The next calls of an operation, such as {@code hold} or {@code cancel}, go wrong. */
    public void fail(String operation, Fault fault, int times) {
        Deque<Fault> queue = faults.computeIfAbsent(operation, unused -> new ConcurrentLinkedDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    /** Calls of an operation wait at a gate, before any work, until the test opens it. */
    public Gate close(String operation) {
        Gate gate = new Gate();
        gates.put(operation, gate);
        return gate;
    }

    /** The calls about one order that did their work, in order: {@code hold}, {@code open}, {@code cancel}, {@code release}… */
    public List<String> journal(String orderId) {
        return journal.stream()
                .filter(entry -> entry.startsWith(orderId))
                .map(entry -> entry.substring(orderId.length() + 1))
                .toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI()
                .getPath()
                .substring("/internal/v1/".length())
                .split("/", -1);
        String operation = operation(exchange.getRequestMethod(), path);
        Gate gate = gates.get(operation);
        if (gate != null) {
            gate.pass();
        }
        Deque<Fault> queue = faults.get(operation);
        Fault fault = queue == null ? null : queue.poll();
        JsonNode body = json.readTree(exchange.getRequestBody());
        FakeAnswer answer = fault == null
                ? work(operation, path, exchange, body)
                : switch (fault) {
                    case REFUSED -> FakeAnswer.problem(503, "upstream_unavailable");
                    case UNAUTHENTICATED -> FakeAnswer.problem(401, "unauthenticated");
                    case BARE_NOT_FOUND -> FakeAnswer.problem(404, "not_found");
                    case REPEATED -> {
                        work(operation, path, exchange, body);
                        yield work(operation, path, exchange, body);
                    }
                    case ANSWER_LOST -> {
                        work(operation, path, exchange, body);
                        yield FakeAnswer.problem(502, "bad_gateway");
                    }
                    case HANGS -> {
                        FakeAnswer late = work(operation, path, exchange, body);
                        Gate.waitFor(LATE_MILLIS);
                        yield late;
                    }
                };
        send(exchange, answer);
    }

    private FakeAnswer work(String operation, String[] path, HttpExchange exchange, @Nullable JsonNode body) {
        FakeAnswer answer = answer(operation, path, exchange.getRequestURI().getQuery(), body);
        if (path.length > 1 && !path[0].equals("audit")) {
            journal.add(path[1] + " " + operation);
        }
        return answer;
    }

    private FakeAnswer answer(String operation, String[] path, @Nullable String query, @Nullable JsonNode body) {
        return switch (path[0]) {
            case "quotes", "reservations" -> catalog.serve(operation, path, body);
            case "payments" -> payments.serve(operation, path, body);
            case "payment-methods" -> payments.method(path[1], path[2]);
            case "audit" ->
                operation.equals("audit-reservations")
                        ? catalog.audit(query)
                        : operation.equals("audit-payments") ? payments.audit(query) : FakeAnswer.ok(List.of());
            default -> FakeAnswer.problem(404, "not_found");
        };
    }

    private static String operation(String method, String[] path) {
        return switch (path[0]) {
            case "quotes" -> "quote";
            case "payment-methods" -> "method";
            case "reservations" -> path.length == 2 ? "hold" : path[2];
            case "payments" ->
                path.length == 2
                        ? (method.equals("PUT") ? "open" : "read")
                        : path[2].equals("refunds") ? "refund" : path[2];
            default -> path[0] + "-" + path[2];
        };
    }

    private void send(HttpExchange exchange, FakeAnswer answer) throws IOException {
        byte[] bytes = json.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders()
                .add("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
        try (exchange) {
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException callerGone) {
            // The caller did not wait for a late answer; that is what the fault is for.
            exchange.close();
        }
    }
}
