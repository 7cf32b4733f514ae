package dev.quayside.gateway.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Tokens for services: OAuth 2.0 client credentials. */
@Path("/oauth/token")
@PermitAll
public class ServiceTokenResource {
    private final ServiceTokens tokens;

    ServiceTokenResource(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A token of 10 minutes for the internal listener.
     *
     * @param authorization HTTP Basic, unless the form holds the client's id and secret
     * @param form the form fields, as sent
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response issue(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, String form) {
        try {
            TokenAnswer granted = tokens.grant(TokenRequest.read(authorization, form));
            return Response.ok(granted)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (TokenFault refused) {
            return refused.answer();
        }
    }
}
