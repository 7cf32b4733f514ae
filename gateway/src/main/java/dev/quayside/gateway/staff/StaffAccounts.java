package dev.quayside.gateway.staff;

import dev.quayside.gateway.role.Roles;
import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.session.EndReason;
import dev.quayside.gateway.session.Opened;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import dev.quayside.gateway.token.StaffCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What signing in reads and writes. Each method is a transaction; no password is hashed inside one. */
@ApplicationScoped
class StaffAccounts {
    /** What is compared with what somebody sends. */
    record Credentials(UUID id, String passwordHash) {}

    /** A user who has come in. */
    record Entered(UserView user, Opened session) {}

    /** What a user may do now. */
    record Allowed(StaffCaller caller, List<String> scopes) {}

    private final StaffUserRepository users;
    private final Invitations invitations;
    private final SessionService sessions;
    private final Views views;
    private final Roles roles;
    private final Clock clock;

    StaffAccounts(
            StaffUserRepository users,
            Invitations invitations,
            SessionService sessions,
            Views views,
            Roles roles,
            Clock clock) {
        this.users = users;
        this.invitations = invitations;
        this.sessions = sessions;
        this.views = views;
        this.roles = roles;
        this.clock = clock;
    }

    /** The password of an address that can sign in. */
    @Transactional
    Optional<Credentials> find(String email) {
        return users.findByEmail(email)
                .filter(StaffUser::isActive)
                .flatMap(user -> user.passwordHash().map(hash -> new Credentials(user.id(), hash)));
    }

    /**
     * Opens a sign-in for a password that was found right. Looked at again under the row's lock: while it was checked, the user may have
     * been disabled or the password changed, and their sign-ins ended without this one among them.
     *
     * @param renewed the hash to store in place of the one that was checked; null to leave that
     */
    @Transactional
    Optional<Entered> enter(Credentials checked, @Nullable String renewed, Device device) {
        return users.lock(checked.id())
                .filter(StaffUser::isActive)
                .filter(user -> user.passwordHash()
                        .filter(checked.passwordHash()::equals)
                        .isPresent())
                .map(user -> entered(user, renewed, device));
    }

    /** A user who can sign in. */
    @Transactional
    Optional<UserView> active(UUID id) {
        return users.findByIdOptional(id).filter(StaffUser::isActive).map(views::of);
    }

    /** What the user of a sign-in may do now; empty when the sign-in has ended or the user is disabled. */
    @Transactional
    @ActivateRequestContext
    Optional<Allowed> allowed(UUID sessionId) {
        return sessions.subjectOf(sessionId)
                .filter(subject -> subject.kind() == Subject.Kind.STAFF)
                .flatMap(subject -> users.findByIdOptional(subject.id()))
                .filter(StaffUser::isActive)
                .map(user -> new Allowed(
                        new StaffCaller(StaffCaller.Kind.STAFF, user.id(), user.name()),
                        Roles.scopesOf(roles.of(user.roles()))));
    }

    /** Whether a token invites somebody now. */
    @Transactional
    boolean isInvitation(String token) {
        return invitations.invited(token, now()).isPresent();
    }

    /** Gives the invited user a password, once, and ends the sign-ins of an earlier one; false when the invitation is good no more. */
    @Transactional
    boolean accept(String token, String passwordHash) {
        Instant now = now();
        Optional<StaffUser> user = invitations.invited(token, now).flatMap(users::lock);
        if (user.isEmpty() || !invitations.take(user.get().id(), token)) {
            return false;
        }
        user.get().accept(passwordHash, now);
        sessions.endAll(Subject.staff(user.get().id()), Optional.empty(), EndReason.PASSWORD_RESET);
        return true;
    }

    private Entered entered(StaffUser user, @Nullable String renewed, Device device) {
        if (renewed != null) {
            user.renewPassword(renewed);
        }
        user.signedIn(now());
        return new Entered(views.of(user), sessions.open(Subject.staff(user.id()), device));
    }

    private Instant now() {
        return clock.instant();
    }
}
