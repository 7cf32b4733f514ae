package dev.quayside.payment.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes ids and the type out of an event's raw JSON. Whatever else is in it, of whatever API version, does not matter. */
@ApplicationScoped
class EventParser {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,255}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.]{1,200}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    private final ObjectMapper json;

    EventParser(ObjectMapper json) {
        this.json = json;
    }

    /** Reads the body of a delivery; one that is not an event is a 400 {@code webhook_body_invalid}. */
    ReceivedEvent parse(byte[] body) {
        JsonNode event = tree(body);
        if (!"event".equals(event.path("object").textValue())) {
            throw invalid("the body is not an event object");
        }
        String id = text(event.path("id"), ID).orElseThrow(() -> invalid("the event has no valid id"));
        String type = text(event.path("type"), TYPE).orElseThrow(() -> invalid("the event has no valid type"));
        JsonNode object = event.path("data").path("object");
        return new ReceivedEvent(
                id,
                type,
                text(object.path("id"), ID).orElse(null),
                intentOf(object),
                text(event.path("api_version"), VERSION).orElse(null));
    }

    /** The text, if it can be a type of event at all. */
    static Optional<String> type(String text) {
        return Optional.of(text).filter(type -> TYPE.matcher(type).matches());
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException unreadable) {
            throw invalid("the body is not JSON");
        }
    }

    private static @Nullable String intentOf(JsonNode object) {
        if ("payment_intent".equals(object.path("object").textValue())) {
            return text(object.path("id"), ID).orElse(null);
        }
        JsonNode intent = object.path("payment_intent");
        return text(intent.isObject() ? intent.path("id") : intent, ID).orElse(null);
    }

    private static Optional<String> text(JsonNode node, Pattern allowed) {
        return Optional.ofNullable(node.textValue())
                .filter(value -> allowed.matcher(value).matches());
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(PaymentProblem.WEBHOOK_BODY_INVALID, detail);
    }
}
