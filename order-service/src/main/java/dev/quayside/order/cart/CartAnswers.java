package dev.quayside.order.cart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Carts as HTTP answers. Nobody but the caller may keep one; its tag tells whether anything but the time of the prices has changed. */
@ApplicationScoped
class CartAnswers {
    private final ObjectMapper json;

    CartAnswers(ObjectMapper json) {
        this.json = json;
    }

    Response ok(CartView cart) {
        return finished(Response.ok(), cart);
    }

    Response created(CartView cart, boolean replayed) {
        Response.ResponseBuilder answer = Response.created(URI.create("/v1/carts/" + cart.id()));
        return finished(replayed ? answer.header(StoredAnswer.REPLAYED_HEADER, "true") : answer, cart);
    }

    /** The answer that was stored with the caller's key. */
    Response created(StoredAnswer stored) {
        try {
            return created(json.readValue(stored.body(), CartView.class), stored.replayed());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cart that was written can be read", e);
        }
    }

    StoredAnswer stored(CartView cart) {
        try {
            return StoredAnswer.first(201, json.writeValueAsString(cart));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cart can always be written", e);
        }
    }

    /** The prices are asked for at each reading: what makes the tag is what they are, not when they were asked for. */
    EntityTag tag(CartView cart) {
        ObjectNode content = json.valueToTree(cart);
        content.remove("pricesAsOf");
        return EntityTags.ofContent(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Response finished(Response.ResponseBuilder answer, CartView cart) {
        return answer.entity(new Data<>(cart))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .tag(tag(cart))
                .header("Cache-Control", "no-store")
                .build();
    }
}
