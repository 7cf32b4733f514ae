package dev.quayside.gateway.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.gateway.session.SignInAnswer;

/**
 * A member of staff who is signed in.
 *
 * @param refreshToken not on the wire when it is empty, because a cookie has it
 * @param expiresIn seconds that the access token is good for
 */
record StaffSignedInView(
        UserView user,
        String accessToken,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String refreshToken,
        long expiresIn)
        implements SignInAnswer {
    @Override
    public StaffSignedInView withoutRefreshToken() {
        return new StaffSignedInView(user, accessToken, "", expiresIn);
    }

    /** Without the tokens: an answer may end up in a log. */
    @Override
    public String toString() {
        return "StaffSignedInView[" + user.id() + "]";
    }
}
