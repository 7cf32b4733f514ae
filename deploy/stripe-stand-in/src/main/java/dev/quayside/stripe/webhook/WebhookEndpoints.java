package dev.quayside.stripe.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.ApiError;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who wants to be told what, and with which secrets. A rolled secret stays active beside its successor for a while. */
public final class WebhookEndpoints {
    private static final String SECRETS = "_secrets";
    private static final String CONFIGURED = "_configured";

    private final Store store;
    private final Documents documents;

    public WebhookEndpoints(Store store) {
        this.store = store;
        this.documents = store.documents("webhook_endpoint", "we");
    }

    Documents documents() {
        return documents;
    }

    Document get(String id) {
        return documents.find(id).orElseThrow(() -> ApiError.missing("webhook endpoint", id));
    }

    Document create(URI url, List<String> types, @Nullable String apiVersion) {
        Document endpoint = documents
                .create()
                .put("api_version", apiVersion)
                .clear("application", "description")
                .put("enabled_events", Json.array(types))
                .put("metadata", Json.object())
                .put("status", "enabled")
                .put("url", url.toString());
        addSecret(endpoint, "whsec_" + store.ids().random(32));
        return documents.save(endpoint);
    }

    /** The endpoint that the settings name; it gets every event, in the API version of this server. */
    public void configure(URI url, String secret) {
        Document endpoint = documents.all().stream()
                .filter(known -> known.flag(CONFIGURED))
                .findFirst()
                .orElseGet(() -> create(url, List.of("*"), null));
        endpoint.put("url", url.toString()).put(CONFIGURED, true).put(SECRETS, Json.array());
        addSecret(endpoint, secret);
        documents.save(endpoint);
    }

    private static void addSecret(Document endpoint, String secret) {
        ArrayNode secrets = endpoint.json().withArrayProperty(SECRETS);
        secrets.insert(0, Json.object().put("secret", secret).put("until", Long.MAX_VALUE));
    }

    /** A new secret; those before it stay active for the given time. */
    public String roll(String id, Duration overlap) {
        Document endpoint = get(id);
        long until = store.clock().seconds() + overlap.toSeconds();
        endpoint.get(SECRETS)
                .forEach(old -> ((ObjectNode) old)
                        .put("until", Math.min(until, old.path("until").asLong())));
        String secret = "whsec_" + store.ids().random(32);
        addSecret(endpoint, secret);
        documents.save(endpoint);
        return secret;
    }

    /** The active secrets, newest first. */
    List<String> secrets(Document endpoint) {
        List<String> active = new ArrayList<>();
        for (JsonNode secret : endpoint.get(SECRETS)) {
            if (secret.path("until").asLong() > store.clock().seconds()) {
                active.add(secret.path("secret").asText());
            }
        }
        return active;
    }

    List<Document> wanting(String type) {
        return documents.all().stream()
                .filter(endpoint -> endpoint.is("status", "enabled"))
                .filter(endpoint -> wants(endpoint, type))
                .toList();
    }

    private static boolean wants(Document endpoint, String type) {
        for (JsonNode wanted : endpoint.get("enabled_events")) {
            if (wanted.asText().equals("*") || wanted.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
