package dev.quayside.gateway.attempt;

import dev.quayside.gateway.limit.ClientAddresses;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads from a request who tries to sign in, and from where. */
@ApplicationScoped
public class SignInTries {
    private final ClientAddresses addresses;

    SignInTries(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    /** A try of a customer. */
    public SignInTry customer(String email, HttpServerRequest request, @Nullable String device) {
        return SignInTry.of("customer", email, addresses.of(request), device);
    }

    /** A try of a member of staff. */
    public SignInTry staff(String email, HttpServerRequest request, @Nullable String device) {
        return SignInTry.of("staff", email, addresses.of(request), device);
    }
}
