package dev.quayside.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one call. Reading one as something that it is not throws the error with which Stripe refuses it.
 *
 * @param tree nested values, all of them text
 * @param pairs the decoded {@code name=value} pairs in the order in which they were sent
 */
public record Params(ObjectNode tree, List<String> pairs) {
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> ALWAYS_KNOWN = Set.of("expand", "key", "_stripe_version", "_stripe_account");

    /** A set of names, written with spaces or lines between them. */
    public static Set<String> names(String text) {
        return SPACES.splitAsStream(text.strip()).collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses every parameter that is not named here. */
    public Params only(Set<String> known) {
        tree.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && !ALWAYS_KNOWN.contains(name)) {
                throw ApiError.invalid("parameter_unknown", name, "Received unknown parameter: " + name);
            }
        });
        return this;
    }

    public Params only(String... known) {
        return only(Set.of(known));
    }

    public boolean has(String name) {
        return tree.has(name);
    }

    /** Null if it was not sent, or sent empty, which is how a value is unset. */
    public @Nullable String text(String name) {
        JsonNode value = tree.path(name);
        if (value.isObject()) {
            throw ApiError.invalid(null, name, "Invalid string: " + value);
        }
        return value.asText().isEmpty() ? null : value.asText();
    }

    public String required(String name) {
        String value = text(name);
        if (value == null) {
            throw ApiError.invalid("parameter_missing", name, "Missing required param: " + name + ".");
        }
        return value;
    }

    public @Nullable Long integer(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!INTEGER.matcher(value).matches()) {
            throw ApiError.invalid("parameter_invalid_integer", name, "Invalid integer: " + value);
        }
        return Long.valueOf(value);
    }

    public long requiredInteger(String name) {
        required(name);
        Long value = integer(name);
        return value == null ? 0 : value;
    }

    public boolean flag(String name) {
        return flag(name, false);
    }

    public boolean flag(String name, boolean otherwise) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw ApiError.invalid(null, name, "Invalid boolean: " + value);
        }
        return value.equals("true");
    }

    public @Nullable String oneOf(String name, String... allowed) {
        String value = text(name);
        if (value != null && !List.of(allowed).contains(value)) {
            throw ApiError.invalid(null, name, "Invalid " + name + ": must be one of " + String.join(", ", allowed));
        }
        return value;
    }

    /** A parameter that has parts, such as {@code shipping[name]}; null if it was not sent. */
    public @Nullable ObjectNode object(String name) {
        JsonNode value = tree.path(name);
        if (value.isValueNode() && !value.asText().isEmpty()) {
            throw ApiError.invalid(null, name, "Invalid object");
        }
        return value instanceof ObjectNode object ? object.deepCopy() : null;
    }

    public Params inner(String name) {
        ObjectNode value = object(name);
        return new Params(value == null ? tree.objectNode() : value, List.of());
    }

    public List<String> list(String name) {
        List<String> values = new ArrayList<>();
        tree.path(name).forEach(value -> values.add(value.asText()));
        return values;
    }

    public List<String> expand() {
        return list("expand");
    }
}
