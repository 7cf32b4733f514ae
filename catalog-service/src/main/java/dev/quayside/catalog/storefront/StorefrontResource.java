package dev.quayside.catalog.storefront;

import dev.quayside.catalog.PublicAnswer;
import dev.quayside.catalog.language.Languages;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Products as shoppers see them: active ones, with prices in one currency. */
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class StorefrontResource {
    private final StorefrontService storefront;
    private final PublicAnswer answer;

    StorefrontResource(StorefrontService storefront, PublicAnswer answer) {
        this.storefront = storefront;
        this.answer = answer;
    }

    /**
     * A page of products, each with its lowest price, and with {@code facets} the counts of the whole list. Filters: currency (default the
     * shop's), category (with those below it), collection, brand, tags, options[…], attributes[…], price[gte], price[lt] (minor units), inStock, q
     * (with match=any for any of its words). Sorts: relevance (of a search; its default), position (of a
     * collection; its default), -createdAt (the default) or newest, createdAt,
     * price, -price, title, -title, rating, bestselling. Texts are in the best language for Accept-Language, or in {@code language}.
     */
    @GET
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers, @Context Request request) {
        return uri.getQueryParameters().containsKey("q")
                ? answer.in(
                        uri,
                        headers,
                        request,
                        language -> storefront.list(uri, language).body())
                : answer.kept(uri, headers, request, language -> storefront.list(uri, language));
    }

    /**
     * One product by id or slug, with its breadcrumbs and related ones; 301 to the slug that it has now by one that it had before; 404
     * {@code product_not_found} when it is not sold, or not in this currency.
     */
    @GET
    @Path("/{idOrSlug}")
    public Response product(
            @PathParam("idOrSlug") String idOrSlug,
            @QueryParam("currency") @Nullable String currency,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return answer.keptIfAny(uri, headers, request, language -> storefront.product(idOrSlug, currency, language))
                .orElseGet(() -> moved(storefront.slugNow(idOrSlug, currency), uri));
    }

    /** Asked about each time: the old slug may become another product's. */
    private static Response moved(String slug, UriInfo uri) {
        String query = Stream.of("currency", Languages.PARAMETER)
                .filter(uri.getQueryParameters()::containsKey)
                .map(name -> name + "=" + uri.getQueryParameters().getFirst(name))
                .collect(Collectors.joining("&"));
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, "/v1/products/" + slug + (query.isEmpty() ? "" : "?" + query))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate")
                .build();
    }
}
