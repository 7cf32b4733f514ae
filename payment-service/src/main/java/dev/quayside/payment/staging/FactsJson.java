package dev.quayside.payment.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** The sides' records as text. */
@ApplicationScoped
class FactsJson {
    private final ObjectMapper json;

    FactsJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Object facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a side says can always be written", e);
        }
    }

    <T> T read(String facts, Class<T> type) {
        try {
            return json.readValue(facts, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of reconciliation cannot be read", e);
        }
    }
}
