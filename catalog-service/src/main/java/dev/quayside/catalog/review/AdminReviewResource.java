package dev.quayside.catalog.review;

import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** Reviews for staff. What changes one takes {@code If-Match} (428, 412), because its author may change it meanwhile. */
@Path("/v1/admin/reviews")
@Produces(MediaType.APPLICATION_JSON)
public class AdminReviewResource {
    private final Moderation moderation;

    AdminReviewResource(Moderation moderation) {
        this.moderation = moderation;
    }

    /**
     * A page of reviews. Filters: status and rating (several by comma), product, customer, answered, createdAt[gte], createdAt[lt].
     * Sorts: -createdAt (the default), createdAt, -updatedAt, updatedAt.
     */
    @GET
    @RolesAllowed("reviews:read")
    public Page<ReviewView> list(@Context UriInfo uri) {
        return moderation.list(uri);
    }

    /** One review, with its ETag; 404 {@code review_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("reviews:read")
    public Response get(@PathParam("id") UUID id) {
        return answer(moderation.get(id));
    }

    /** Shows it to everybody, and counts it. */
    @POST
    @Path("/{id}/approve")
    @RolesAllowed("reviews:write")
    public Response approve(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(moderation.approve(id, ifMatch));
    }

    /** Shows it to its author alone, with the reason. */
    @POST
    @Path("/{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("reviews:write")
    public Response reject(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull RejectRequest request) {
        return answer(moderation.reject(id, ifMatch, request.reason().strip()));
    }

    /** Sets the shop's answer, which is shown below the review. */
    @PUT
    @Path("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("reviews:write")
    public Response answer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AnswerRequest request) {
        return answer(moderation.answer(id, ifMatch, request.text().strip()));
    }

    /** Takes the shop's answer away; {@code If-Match} is checked when sent. */
    @DELETE
    @Path("/{id}/answer")
    @RolesAllowed("reviews:write")
    public void withdrawAnswer(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        moderation.withdrawAnswer(id, ifMatch);
    }

    /** Removes it for good; {@code If-Match} is checked when sent. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("reviews:write")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        moderation.delete(id, ifMatch);
    }

    private static Response answer(ReviewView review) {
        return Response.ok(new Data<>(review))
                .header(HttpHeaders.ETAG, EntityTags.of(review.version()))
                .build();
    }
}
