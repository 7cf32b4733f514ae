package dev.quayside.gateway.staff;

import dev.quayside.gateway.session.SignInAnswer;

/**
 * A member of staff who is signed in.
 *
 * @param expiresIn seconds that the access token is good for
 */
record StaffSignedInView(UserView user, String accessToken, String refreshToken, long expiresIn)
        implements SignInAnswer {
    /** Without the tokens: an answer may end up in a log. */
    @Override
    public String toString() {
        return "StaffSignedInView[" + user.id() + "]";
    }
}
