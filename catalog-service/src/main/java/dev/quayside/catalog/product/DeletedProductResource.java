package dev.quayside.catalog.product;

import dev.quayside.catalog.trash.DeletedProduct;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Deleted products, which can be restored for 30 days. */
@Path("/v1/admin/deleted-products")
@Produces(MediaType.APPLICATION_JSON)
public class DeletedProductResource {
    private final DeletedProducts products;
    private final ProductAnswers answers;

    DeletedProductResource(DeletedProducts products, ProductAnswers answers) {
        this.products = products;
        this.answers = answers;
    }

    /** A page of them; sorts -deletedAt (default), deletedAt. */
    @GET
    @RolesAllowed("catalog:read")
    public Page<DeletedProduct> list(@Context UriInfo uri) {
        return products.list(uri);
    }

    /**
     * Puts a product back as it was; again it is no change. 404 {@code product_not_found}, 409 {@code slug_taken}, {@code sku_taken} when
     * others have these by now.
     */
    @POST
    @Path("/{id}/restore")
    @RolesAllowed("catalog:write")
    public Response restore(@PathParam("id") UUID id) {
        return answers.of(200, products.restore(id));
    }
}
