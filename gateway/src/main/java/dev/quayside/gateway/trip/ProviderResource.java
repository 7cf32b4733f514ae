package dev.quayside.gateway.trip;

import dev.quayside.gateway.browser.TripCookie;
import dev.quayside.gateway.limit.AccountLimits;
import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.provider.Provider;
import dev.quayside.gateway.provider.Providers;
import dev.quayside.kit.page.Page;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signing in by another provider, as far as a browser goes there and back. Nothing here may be kept by a cache. */
@Path("/v1/auth/oidc")
@PermitAll
public class ProviderResource {
    private final Providers providers;
    private final RoundTrip roundTrip;
    private final AccountLimits limits;
    private final ClientAddresses addresses;

    ProviderResource(Providers providers, RoundTrip roundTrip, AccountLimits limits, ClientAddresses addresses) {
        this.providers = providers;
        this.roundTrip = roundTrip;
        this.limits = limits;
        this.addresses = addresses;
    }

    /** The providers that there are, in the order of the settings; an empty list where there are none. */
    @GET
    public Page<ProviderView> list() {
        List<ProviderView> all = providers.all().stream()
                .map(provider -> new ProviderView(provider.name(), provider.title()))
                .toList();
        return new Page<>(all, new Page.Info(Providers.MOST, null, null, null));
    }

    /** Sends the browser to a provider: 302; 400 for a page that is not on the list; 404 {@code provider_not_found}; 429. */
    @GET
    @Path("/{provider}")
    public Response begin(
            @PathParam("provider") String name,
            @QueryParam("redirectTo") @Nullable String redirectTo,
            @QueryParam("codeChallenge") @Nullable String codeChallenge,
            HttpServerRequest request) {
        Provider provider = roundTrip.provider(name);
        Wish wish = roundTrip.wish(redirectTo, codeChallenge);
        limits.beforeTrip(addresses.of(request));
        String browser = TripCookie.of(request).orElseGet(Hashes::random);
        return found(roundTrip.begin(provider, wish, browser))
                .header(HttpHeaders.SET_COOKIE, TripCookie.set(browser, Trips.LIFE))
                .build();
    }

    /** Takes the browser back and sends it to its page: 302; 400 {@code sign_in_not_begun} for one that is on no trip; 429. */
    @GET
    @Path("/{provider}/callback")
    public Response end(@PathParam("provider") String name, @Context UriInfo uri, HttpServerRequest request) {
        Provider provider = roundTrip.provider(name);
        limits.beforeReturn(addresses.of(request));
        Returned returned =
                Returned.read(uri.getQueryParameters(), TripCookie.of(request).orElse(null));
        return found(roundTrip.end(provider, returned)).build();
    }

    private static Response.ResponseBuilder found(URI there) {
        return Response.status(Response.Status.FOUND).location(there).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
