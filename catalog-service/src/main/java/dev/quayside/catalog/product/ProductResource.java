package dev.quayside.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.product.ProductService.Upserted;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Products for staff and scripts. */
@Path("/v1/admin/products")
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {
    private final ProductService products;
    private final ProductAnswers answers;
    private final OnceInTransaction once;
    private final Caller caller;
    private final ObjectMapper json;

    ProductResource(
            ProductService products, ProductAnswers answers, OnceInTransaction once, Caller caller, ObjectMapper json) {
        this.products = products;
        this.answers = answers;
        this.once = once;
        this.caller = caller;
        this.json = json;
    }

    /**
     * A page of products in every status. Filters: status (several by comma), category, sku, barcode, brand, tag, q, createdAt[gte],
     * createdAt[lt]. Sorts: -createdAt (default), createdAt, -updatedAt, updatedAt, title, -title, slug, -slug.
     */
    @GET
    @RolesAllowed("catalog:read")
    public Page<ProductView> list(@Context UriInfo uri) {
        return products.list(uri);
    }

    /** One product with its ETag; 404 {@code product_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("catalog:read")
    public Response get(@PathParam("id") UUID id) {
        return answers.of(200, products.get(id));
    }

    /** Creates a product, once for an {@code Idempotency-Key} if one is sent; 409 {@code slug_taken}, {@code sku_taken}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String header,
            @Context UriInfo uri,
            @Valid @NotNull ProductRequest request) {
        if (header == null) {
            return answers.of(201, Contended.again(() -> products.create(request)));
        }
        IdempotencyKey key = IdempotencyKey.required(header, caller, "POST", uri.getPath(), request, json);
        return answers.of(Contended.again(() -> once.run(key, () -> answers.stored(products.create(request)))));
    }

    /**
     * Makes the product of a slug what the body says: 201 when it is new, else 200; the same body twice changes nothing. A status left
     * out stays, other fields left out are emptied; stock counts for new variants only. {@code If-Match} is checked when sent.
     */
    @PUT
    @Path("/by-key/{slug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Response upsert(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ProductRequest request) {
        if (!Formats.isSlug(slug) || (request.slug() != null && !slug.equals(request.slug()))) {
            throw ProblemException.invalidField(
                    "slug",
                    "not_the_key",
                    "must be lower-case words joined by hyphens, in the path, and the same in the body");
        }
        Upserted upserted = products.upsert(slug, request, ifMatch);
        return answers.of(upserted.created() ? 201 : 200, upserted.product());
    }

    /**
     * Merges a JSON merge patch; {@code If-Match} is required (428, 412). Variants are replaced as a list, and those that keep their sku
     * keep their id.
     */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @RolesAllowed("catalog:write")
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answers.of(200, products.patch(id, ifMatch, patch));
    }

    /** Deletes a product; orders and held units are not touched. {@code If-Match} is checked when sent. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("catalog:write")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        products.delete(id, ifMatch);
    }
}
