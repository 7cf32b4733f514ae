package dev.quayside.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Stripe's stand-in: what only it can do, and its list of PaymentIntents. */
final class StandIn {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAGE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String apiKey;

    StandIn(String url, Path data) throws IOException {
        this.url = url;
        Properties secrets = new Properties();
        try (Reader text = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(text);
        }
        this.apiKey = secrets.getProperty("stripe.api-key", "");
    }

    /** Copies of a PaymentIntent that has succeeded, one for each order; gives their ids. */
    List<String> copies(String intent, Copies.Batch batch) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode metadata = body.putArray("metadata");
        for (int n = 0; n < batch.orders().size(); n++) {
            metadata.addObject()
                    .put("orderId", batch.orders().get(n).toString())
                    .put("operationId", batch.operations().get(n).toString());
        }
        JsonNode answer = send(HttpRequest.newBuilder(URI.create(url + "/_test/payment_intents/" + intent + "/copies"))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        List<String> ids = new ArrayList<>();
        answer.path("ids").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** Reads so many PaymentIntents, the newest first, a page at a time; gives the milliseconds that it took. */
    long list(int intents) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String after = "";
        for (int read = 0; read < intents; read += PAGE) {
            JsonNode page = send(HttpRequest.newBuilder(URI.create(url + "/v1/payment_intents?limit=" + PAGE + after))
                    .header("Authorization", "Bearer " + apiKey));
            after = "&starting_after="
                    + page.path("data")
                            .path(page.path("data").size() - 1)
                            .path("id")
                            .asText();
        }
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the stand-in answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
