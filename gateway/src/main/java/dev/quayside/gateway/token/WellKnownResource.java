package dev.quayside.gateway.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a verifier of tokens needs to know, where the standards say that it is. */
@Path("/.well-known")
@PermitAll
public class WellKnownResource {
    private static final String FIVE_MINUTES = "public, max-age=300";

    private final SigningKeys keys;
    private final String issuer;

    WellKnownResource(SigningKeys keys, @ConfigProperty(name = "quayside.token.issuer") String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /** The public keys (RFC 7517). An unknown key id is worth another look: after a theft a new key signs at once. */
    @GET
    @Path("/jwks.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response keys() {
        return Response.ok(keys.published())
                .header(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES)
                .build();
    }

    /** Issuer, keys and token endpoint. There is no authorization endpoint: customers sign in at {@code /v1/auth}. */
    @GET
    @Path("/openid-configuration")
    @Produces(MediaType.APPLICATION_JSON)
    public Response configuration(UriInfo uri) {
        OpenIdConfiguration body = new OpenIdConfiguration(
                issuer,
                uri.getBaseUriBuilder().path("/.well-known/jwks.json").build().toString(),
                uri.getBaseUriBuilder().path("/oauth/token").build().toString(),
                List.of("client_credentials"),
                List.of("client_secret_basic", "client_secret_post"),
                List.of("RS256"),
                List.of("public"),
                List.of());
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES).build();
    }
}
