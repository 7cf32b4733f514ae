package dev.quayside.stripe.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers one route with the body of a 200, or throws an {@link ApiError}; runs inside an act. */
@FunctionalInterface
public interface Endpoint {
    ObjectNode answer(Call call);
}
