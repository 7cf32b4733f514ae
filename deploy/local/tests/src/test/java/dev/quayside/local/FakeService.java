package dev.quayside.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A process where a service would be: ready at once, shows its environment, ends with its parent. */
public final class FakeService {
    private FakeService() {}

    /** Listens where the environment says, unless FAKE_REFUSES_TO_START is in it. */
    public static void main(String[] unused) throws IOException {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        if (environment.containsKey("FAKE_REFUSES_TO_START")) {
            System.out.println("a live key is not taken here");
            System.exit(3);
        }
        String port = environment.getOrDefault("QUARKUS_HTTP_PORT", environment.get("STRIPE_STAND_IN_PORT"));
        byte[] shown = environment.toString().getBytes(StandardCharsets.UTF_8);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders("POST".equals(exchange.getRequestMethod()) ? 201 : 200, shown.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(shown);
            }
        });
        server.start();
        long parent = Long.parseLong(environment.getOrDefault("QUAYSIDE_PARENT_PID", "0"));
        ProcessHandle.of(parent).ifPresent(FakeService::endWith);
    }

    private static void endWith(ProcessHandle parent) {
        var unused = parent.onExit().thenRun(() -> System.exit(1));
    }
}
