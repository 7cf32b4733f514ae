package dev.quayside.kit.auditlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The last guard: views hold no secret, and if one ever does, the log does not. A value goes by its field's name, or because it looks like
 * an API key of ours or of Stripe's, a client secret or a JWT.
 */
final class Secrets {
    private static final TextNode HIDDEN = TextNode.valueOf("[hidden]");
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(password|passphrase|secret|token|credential|authorization|private_?key|card_?number|cvc).*|(api_?)?key");
    private static final Pattern VALUE = Pattern.compile(
            "(sk|rk|whsec)_[A-Za-z0-9_-]{8,}|[a-z]+_[A-Za-z0-9]+_secret_[A-Za-z0-9]+|eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private Secrets() {}

    /** Hides every secret below an object, in place. */
    static void hide(ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (NAME.matcher(field.getKey()).matches() && !isHarmless(field.getValue())) {
                field.setValue(HIDDEN);
            } else {
                field.setValue(shown(field.getValue()));
            }
        }
    }

    private static JsonNode shown(JsonNode value) {
        if (value instanceof ObjectNode object) {
            hide(object);
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shown(array.get(i)));
            }
        } else if (value.isTextual() && VALUE.matcher(value.asText()).matches()) {
            return HIDDEN;
        }
        return value;
    }

    /** That there is none, or how many there are, may be known. */
    private static boolean isHarmless(JsonNode value) {
        return value.isNull() || value.isBoolean() || value.isNumber();
    }
}
