package dev.quayside.catalog.location;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Locations of stock, for staff and scripts. */
@Path("/v1/admin/stock-locations")
@Produces(MediaType.APPLICATION_JSON)
public class LocationResource {
    private final LocationService locations;

    LocationResource(LocationService locations) {
        this.locations = locations;
    }

    /** A page of locations; sorts priority (default), code and -createdAt. */
    @GET
    @RolesAllowed("stock:read")
    public Page<LocationView> list(@Context UriInfo uri) {
        return locations.list(uri);
    }

    /** One location, with its ETag; 404 {@code location_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("stock:read")
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), locations.get(id));
    }

    /** Adds a location; 409 {@code location_code_taken}, {@code too_many_locations} from the 101st on. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("stock:write")
    public Response create(@Valid @NotNull LocationRequest request) {
        LocationView created = locations.create(request);
        return answer(Response.created(URI.create("/v1/admin/stock-locations/" + created.id())), created);
    }

    /**
     * Merges a JSON merge patch; {@code If-Match} is required (428, 412). The code stays (422). It is closed only when nothing is there:
     * 409 {@code location_in_use}, {@code location_is_main}.
     */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @RolesAllowed("stock:write")
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(Response.ok(), locations.patch(id, ifMatch, patch));
    }

    /** Deletes a location that nothing is at; 409 {@code location_in_use}, {@code location_is_main}. {@code If-Match} is checked when sent. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("stock:write")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        locations.delete(id, ifMatch);
    }

    private static Response answer(Response.ResponseBuilder response, LocationView location) {
        return response.entity(new Data<>(location))
                .header(HttpHeaders.ETAG, EntityTags.of(location.version()))
                .build();
    }
}
