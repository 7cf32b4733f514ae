package dev.quayside.gateway.recovery;

import dev.quayside.kit.page.Data;
import jakarta.ws.rs.core.Response;

/** The answer to what will be done later, the same whatever comes of it. */
record Accepted(boolean accepted) {

    static Response answer() {
        return Response.accepted(new Data<>(new Accepted(true))).build();
    }
}
