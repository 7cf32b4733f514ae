package dev.quayside.gateway.customer;

import dev.quayside.gateway.session.Opened;
import dev.quayside.gateway.session.SignInAnswer;
import dev.quayside.gateway.token.AccessTokens;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the answer to a customer who has just signed in or come back, whatever way. */
@ApplicationScoped
public class SignedInAnswers {
    private final AccessTokens tokens;

    SignedInAnswers(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** The account, an access token of the sign-in and its refresh token. */
    public SignInAnswer of(CustomerView customer, Opened session) {
        return signedIn(customer, session);
    }

    SignedInView signedIn(CustomerView customer, Opened session) {
        String accessToken = tokens.customer(customer.id(), customer.email(), session.sessionId());
        return new SignedInView(customer, accessToken, session.refreshToken(), AccessTokens.LIFE.toSeconds());
    }
}
