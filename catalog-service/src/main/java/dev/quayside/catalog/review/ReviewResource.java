package dev.quayside.catalog.review;

import dev.quayside.catalog.PublicAnswer;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The reviews of a product, and the one that is the signed-in customer's own. */
@Path("/v1/products/{idOrSlug}/reviews")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {
    private final PublishedReviews published;
    private final OwnReviews own;
    private final PublicAnswer answer;
    private final Caller caller;

    ReviewResource(PublishedReviews published, OwnReviews own, PublicAnswer answer, Caller caller) {
        this.published = published;
        this.own = own;
        this.answer = answer;
        this.caller = caller;
    }

    /**
     * A page of published reviews, with what all of them come to. Filter: rating (stars, several by comma). Sorts: -createdAt (the default)
     * or newest, createdAt, -helpful or helpful, -rating, rating. 404 {@code product_not_found}.
     */
    @GET
    @PermitAll
    public Response list(@PathParam("idOrSlug") String idOrSlug, @Context UriInfo uri, @Context Request request) {
        return answer.of(published.list(idOrSlug, uri), request);
    }

    /** The customer's own review of the product, whatever its status; 404 {@code review_not_found}. */
    @GET
    @Path("/mine")
    @RolesAllowed("customer")
    public Response mine(@PathParam("idOrSlug") String idOrSlug) {
        return owned(Response.ok(), own.get(customer(), idOrSlug));
    }

    /** Writes the customer's review of a product that the customer has bought (403 {@code not_a_buyer}), 201, or writes it anew, 200. */
    @PUT
    @Path("/mine")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("customer")
    public Response write(@PathParam("idOrSlug") String idOrSlug, @Valid @NotNull ReviewRequest request) {
        OwnReviews.Written written = own.write(customer(), idOrSlug, request);
        return owned(Response.status(written.isNew() ? Response.Status.CREATED : Response.Status.OK), written.review());
    }

    /** Takes the customer's review back, with its votes and the shop's answer. */
    @DELETE
    @Path("/mine")
    @RolesAllowed("customer")
    public void delete(@PathParam("idOrSlug") String idOrSlug) {
        own.delete(customer(), idOrSlug);
    }

    private UUID customer() {
        return caller.customerId().orElseThrow();
    }

    private static Response owned(Response.ResponseBuilder response, OwnReview review) {
        return response.entity(new Data<>(review))
                .header(HttpHeaders.ETAG, EntityTags.of(review.version()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
