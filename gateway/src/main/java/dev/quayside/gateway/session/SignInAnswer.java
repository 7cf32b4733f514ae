package dev.quayside.gateway.session;

/** The answer to whoever signed in or came back, of any kind: with the token for the next time. */
public interface SignInAnswer {
    String refreshToken();

    /** The same for a client whose token is in a cookie: it is not in the body then. */
    SignInAnswer withoutRefreshToken();
}
