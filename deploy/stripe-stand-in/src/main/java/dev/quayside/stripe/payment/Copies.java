package dev.quayside.stripe.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.charge.Charges;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Json;
import java.util.Objects;

/** Makes many PaymentIntents of one, with its charge, for lists that are to be long. No event tells of them. */
public record Copies(PaymentIntents intents, Charges charges) {
    /** A copy for each of these metadata; their ids in the same order, as {@code ids}. */
    public ObjectNode of(String intentId, JsonNode metadata) {
        if (!metadata.isArray()) {
            throw new IllegalArgumentException("metadata is a list, of one object for each copy");
        }
        Document original = intents.get(intentId);
        Document charge = charges.find(Objects.requireNonNullElse(original.text("latest_charge"), ""))
                .orElseThrow(() -> new IllegalArgumentException(intentId + " has no charge"));
        ObjectNode answer = Json.object();
        ArrayNode ids = answer.putArray("ids");
        for (JsonNode of : metadata) {
            Document copy = intents.documents().copyOf(original);
            copy.put("client_secret", copy.id() + "_secret_" + original.word("client_secret"))
                    .put("metadata", of)
                    .put("latest_charge", charges.copyOf(charge, copy.id()).id());
            ids.add(intents.save(copy).id());
        }
        return answer;
    }
}
