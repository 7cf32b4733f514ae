package dev.quayside.gateway.staff;

import dev.quayside.gateway.session.EndReason;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes whether and as what a user can come in, with all that follows from it, in the caller's transaction. */
@ApplicationScoped
class Standing {
    private final Owners owners;
    private final SessionService sessions;
    private final Invitations invitations;

    Standing(Owners owners, SessionService sessions, Invitations invitations) {
        this.owners = owners;
        this.sessions = sessions;
        this.invitations = invitations;
    }

    /** Makes a change that may take an owner away, but not the last. */
    void change(StaffUser user, Consumer<StaffUser> change) {
        boolean wasOwner = owners.include(user);
        change.accept(user);
        if (wasOwner) {
            owners.requireOne();
        }
    }

    void disable(StaffUser user, Instant now) {
        change(user, disabled -> disabled.disable(now));
        sessions.endAll(Subject.staff(user.id()), Optional.empty(), EndReason.ACCOUNT_DISABLED);
        invitations.revoke(user.id());
    }
}
