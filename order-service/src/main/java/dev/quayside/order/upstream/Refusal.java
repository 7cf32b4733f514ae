package dev.quayside.order.upstream;

import com.fasterxml.jackson.databind.JsonNode;

/** Another service understood the call and refused it, for a reason with a code of its own domain. */
public final class Refusal extends RuntimeException {
    private final String code;
    private final transient JsonNode problem;

    Refusal(String service, String code, JsonNode problem) {
        super(service + " refused: " + code);
        this.code = code;
        this.problem = problem;
    }

    /** The stable code, such as {@code insufficient_stock}. */
    public String code() {
        return code;
    }

    /** The whole problem body. */
    public JsonNode problem() {
        return problem;
    }
}
