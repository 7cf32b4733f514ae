package dev.quayside.gateway.customer;

import dev.quayside.gateway.session.SignInAnswer;

/**
 * A customer who is signed in.
 *
 * @param expiresIn seconds that the access token is good for
 */
record SignedInView(CustomerView customer, String accessToken, String refreshToken, long expiresIn)
        implements SignInAnswer {}
