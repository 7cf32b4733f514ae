package dev.quayside.catalog.sales;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** order-service's side; scope {@code sales:read}. */
@RegisterRestClient(configKey = "purchases")
@OidcClientFilter
@Path("/internal/v1/purchases")
interface PurchaseClient {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Answer bought(Question question);

    /** Whether a customer has bought a product, which may have been sold under other skus than now. */
    record Question(UUID customerId, UUID productId, List<String> skus) {}

    /** What is answered. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(Purchase data) {}

    /** Whether it was bought. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Purchase(boolean bought) {}
}
