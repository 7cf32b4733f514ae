package dev.quayside.catalog.storefront;

import dev.quayside.catalog.PublicAnswer;
import dev.quayside.kit.page.Data;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What a search box offers while somebody types. */
@Path("/v1/search/suggest")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class SuggestResource {
    private final SuggestService suggestions;
    private final PublicAnswer answer;

    SuggestResource(SuggestService suggestions, PublicAnswer answer) {
        this.suggestions = suggestions;
        this.answer = answer;
    }

    /** At most eight products, five categories and five popular queries for q, whose last word may be only begun, or be mistyped. */
    @GET
    public Response suggest(@Context UriInfo uri, @Context HttpHeaders headers, @Context Request request) {
        return answer.in(uri, headers, request, language -> new Data<>(suggestions.suggest(uri, language)));
    }
}
