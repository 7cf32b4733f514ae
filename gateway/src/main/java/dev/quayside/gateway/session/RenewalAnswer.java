package dev.quayside.gateway.session;

import java.util.Optional;

/** Makes the answer to a refresh, for one kind of those who sign in. */
public interface RenewalAnswer {
    Subject.Kind kind();

    /** The body; empty when the account is gone or may not sign in any more. */
    Optional<? extends SignInAnswer> to(Renewal renewal);
}
