package dev.quayside.gateway.trip;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.provider.AuthorizationAnswer;
import dev.quayside.gateway.provider.Provider;
import dev.quayside.gateway.provider.ProviderFault;
import dev.quayside.gateway.provider.Providers;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends browsers to providers and takes them back. Providers are called between transactions, never inside one. */
@ApplicationScoped
class RoundTrip {
    private static final Logger LOG = Logger.getLogger(RoundTrip.class);
    private static final String ERROR = "error";
    private static final String ACCESS_DENIED = "access_denied";

    private final Providers providers;
    private final Addresses addresses;
    private final Trips trips;
    private final ReturnCodes codes;

    RoundTrip(Providers providers, Addresses addresses, Trips trips, ReturnCodes codes) {
        this.providers = providers;
        this.addresses = addresses;
        this.trips = trips;
        this.codes = codes;
    }

    /** A provider that this shop has; a 404 otherwise. */
    Provider provider(String name) {
        return providers
                .find(name)
                .orElseThrow(() -> new ProblemException(
                        GatewayProblem.PROVIDER_NOT_FOUND, "GET /v1/auth/oidc lists those that there are"));
    }

    /** Where the browser goes: to the provider, or back to its page when the provider cannot be asked. */
    URI begin(Provider provider, Wish wish, String browser) {
        Ticket ticket = Ticket.forBrowser(browser);
        try {
            URI there = provider.authorization(ticket.handshake(addresses.callback(provider.name())));
            trips.begin(ticket, provider.name(), wish);
            return there;
        } catch (ProviderFault fault) {
            return failed(provider, wish, fault);
        }
    }

    /** Where the browser goes that came back: to its page, with a code or an error. A 400 when it is on no trip of ours. */
    URI end(Provider provider, Returned returned) {
        Wish wish = trips.end(returned.ticket(), provider.name()).orElseThrow(Returned::lost);
        AuthorizationAnswer answer = returned.answer();
        if (!provider.mayHaveSent(answer)) {
            LOG.warnf("%s: an answer names another issuer", provider.name());
            return Addresses.with(wish.returnTo(), ERROR, ProviderFault.Kind.INVALID.code());
        }
        if (returned.error() != null || answer.code().isEmpty()) {
            return Addresses.with(
                    wish.returnTo(), ERROR, ACCESS_DENIED.equals(returned.error()) ? ACCESS_DENIED : "provider_error");
        }
        try {
            var proven = provider.identify(answer, returned.ticket().handshake(addresses.callback(provider.name())));
            return Addresses.with(wish.returnTo(), "code", codes.issue(proven, wish.challenge()));
        } catch (ProviderFault fault) {
            return failed(provider, wish, fault);
        }
    }

    /** What a page wants, checked: a 400 for a page that is not on the list or a challenge that is none. */
    Wish wish(@Nullable String redirectTo, @Nullable String challenge) {
        String page = addresses.page(redirectTo);
        if (challenge == null || !challenge.matches(Hashes.FORM)) {
            throw new ProblemException(
                    CommonProblem.INVALID_PARAMETER,
                    "codeChallenge: must be the SHA-256 of the page's verifier in Base64url, 43 characters");
        }
        return new Wish(page, challenge);
    }

    private static URI failed(Provider provider, Wish wish, ProviderFault fault) {
        LOG.warnf("nobody signs in by %s: %s", provider.name(), fault.getMessage());
        return Addresses.with(wish.returnTo(), ERROR, fault.kind().code());
    }
}
