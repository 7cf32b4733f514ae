package dev.quayside.gateway.staff;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** A user with an invitation that was just made: the one time that its token is shown. */
record InvitedView(@JsonUnwrapped UserView user, Made invitation) {
    /** An invitation's token and its end. */
    record Made(String token, Instant expiresAt) {
        /** Without the token: an answer may end up in a log. */
        @Override
        public String toString() {
            return "Made[" + expiresAt + "]";
        }
    }
}
