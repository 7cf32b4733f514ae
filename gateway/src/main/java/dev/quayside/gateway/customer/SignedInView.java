package dev.quayside.gateway.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.gateway.session.SignInAnswer;

/**
 * A customer who is signed in.
 *
 * @param refreshToken not on the wire when it is empty, because a cookie has it
 * @param expiresIn seconds that the access token is good for
 */
record SignedInView(
        CustomerView customer,
        String accessToken,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String refreshToken,
        long expiresIn)
        implements SignInAnswer {

    @Override
    public SignedInView withoutRefreshToken() {
        return new SignedInView(customer, accessToken, "", expiresIn);
    }
}
