package dev.quayside.gateway.identity;

import dev.quayside.gateway.attempt.SignInLimits;
import dev.quayside.gateway.attempt.SignInTries;
import dev.quayside.gateway.browser.Cookies;
import dev.quayside.gateway.browser.Visit;
import dev.quayside.gateway.customer.SignedInAnswers;
import dev.quayside.gateway.limit.AccountLimits;
import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.session.SignInAnswer;
import dev.quayside.kit.page.Data;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Signing in by another provider, the page's part. */
@Path("/v1/auth/oidc/token")
@PermitAll
public class CodeResource {
    private final ProviderSignIn signIn;
    private final SignedInAnswers answers;
    private final Cookies cookies;
    private final SignInLimits places;
    private final SignInTries tries;
    private final AccountLimits limits;
    private final ClientAddresses addresses;

    CodeResource(
            ProviderSignIn signIn,
            SignedInAnswers answers,
            Cookies cookies,
            SignInLimits places,
            SignInTries tries,
            AccountLimits limits,
            ClientAddresses addresses) {
        this.signIn = signIn;
        this.answers = answers;
        this.cookies = cookies;
        this.places = places;
        this.tries = tries;
        this.limits = limits;
        this.addresses = addresses;
    }

    /**
     * Trades the code for tokens: 200; 400 {@code invalid_sign_in_code}; 403 {@code provider_email_unverified},
     * {@code account_disabled}; 409 {@code account_closed}, {@code too_many_identities}; 422; 429.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response exchange(@NotNull @Valid CodeRequest body, HttpServerRequest request) {
        Visit visit = cookies.visit(body.refresh(), request);
        limits.beforeReturn(addresses.of(request));
        Entered entered =
                signIn.enter(body, new Device(request.getHeader(HttpHeaders.USER_AGENT), addresses.full(request)));
        places.registered(tries.customer(entered.customer().email(), request, visit.device()));
        SignInAnswer answer = answers.of(entered.customer(), entered.session());
        Response.ResponseBuilder response = Response.ok(
                        new Data<>(visit.byCookie() ? answer.withoutRefreshToken() : answer))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return visit.deliver(response, answer.refreshToken()).build();
    }
}
