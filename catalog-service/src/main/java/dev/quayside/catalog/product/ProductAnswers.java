package dev.quayside.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Products as answers: with their ETag and, from a stored answer too, with all the headers of the first one. */
@ApplicationScoped
class ProductAnswers {
    private final ObjectMapper json;

    ProductAnswers(ObjectMapper json) {
        this.json = json;
    }

    Response of(int status, ProductView product) {
        return headers(Response.status(status), product.id().toString(), product.version())
                .entity(new Data<>(product))
                .build();
    }

    StoredAnswer stored(ProductView created) {
        try {
            return StoredAnswer.first(201, json.writeValueAsString(new Data<>(created)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a product can always be written", e);
        }
    }

    Response of(StoredAnswer answer) {
        JsonNode product = read(answer.body()).path("data");
        Response.ResponseBuilder response = headers(
                        Response.status(answer.status()),
                        product.path("id").asText(),
                        product.path("version").asLong())
                .entity(answer.body());
        return answer.replayed()
                ? response.header(StoredAnswer.REPLAYED_HEADER, "true").build()
                : response.build();
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer can always be read", e);
        }
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, String id, long version) {
        return response.header(HttpHeaders.LOCATION, "/v1/admin/products/" + id)
                .header(HttpHeaders.ETAG, EntityTags.of(version));
    }
}
