package dev.quayside.gateway.staff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.gateway.change.AdminChange;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What admins do with staff users. A user is out of reach of whoever lacks one of that user's scopes. */
@ApplicationScoped
class StaffService {
    /** A user with the version that the ETag is made of. */
    record Versioned(UserView view, long version) {}

    /** A user with an invitation that was just made. */
    record Invited(Versioned user, InvitedView.Made invitation) {}

    private final StaffUserRepository users;
    private final Invitations invitations;
    private final Standing standing;
    private final Views views;
    private final Reach reach;
    private final MergePatch patches;
    private final Event<AdminChange> changes;
    private final Clock clock;

    StaffService(
            StaffUserRepository users,
            Invitations invitations,
            Standing standing,
            Views views,
            Reach reach,
            MergePatch patches,
            Event<AdminChange> changes,
            Clock clock) {
        this.users = users;
        this.invitations = invitations;
        this.standing = standing;
        this.views = views;
        this.reach = reach;
        this.patches = patches;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    Page<UserView> list(UriInfo uri) {
        Page<StaffUser> page = users.page(ListQuery.parse(uri, StaffUserRepository.ALLOWED), uri);
        return new Page<>(views.of(page.data()), page.page());
    }

    /** One user; 404 {@code user_not_found}. */
    @Transactional
    Versioned get(UUID id) {
        return versioned(users.findByIdOptional(id).orElseThrow(() -> Reach.notFound(id)));
    }

    /** Invites somebody with roles whose scopes the caller has; 409 {@code email_taken}. */
    @Transactional
    Invited create(CreateUserRequest request) {
        Instant now = now();
        StaffUser user = new StaffUser(Ids.next(), request.email(), request.name(), reach.roles(request.roles()), now);
        try {
            users.persistAndFlush(user);
        } catch (ConstraintViolationException e) {
            if (StaffUserRepository.EMAIL_UNIQUE.equals(e.getConstraintName())) {
                throw new ProblemException(GatewayProblem.EMAIL_TAKEN, "a staff user has this address already");
            }
            throw e;
        }
        return new Invited(changed("staff_user.created", null, user), invitations.make(user.id(), now));
    }

    /** Merges a patch of name and roles into a user who is at the version of {@code ifMatch}; 409 {@code last_owner}. */
    @Transactional
    Versioned patch(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        StaffUser user = reach.user(id);
        UserView before = views.of(user);
        EntityTags.requireMatch(ifMatch, user.version(), before);
        UserContent wanted = patches.apply(new UserContent(before.name(), before.roles()), patch, UserContent.class);
        List<UUID> granted = reach.roles(wanted.roles());
        standing.change(user, changing -> changing.become(wanted.name(), granted, now()));
        return changed("staff_user.updated", before, user);
    }

    /** Ends a user's sign-ins and lets nobody in under the name; 409 {@code last_owner}. */
    @Transactional
    Versioned disable(UUID id) {
        StaffUser user = reach.user(id);
        UserView before = views.of(user);
        standing.disable(user, now());
        return changed("staff_user.disabled", before, user);
    }

    /** Lets a disabled user in again. */
    @Transactional
    Versioned enable(UUID id) {
        StaffUser user = reach.user(id);
        UserView before = views.of(user);
        user.enable(now());
        return changed("staff_user.enabled", before, user);
    }

    /** A new invitation in place of the one before: for one who lost it, and for one who forgot the password. */
    @Transactional
    Invited invite(UUID id) {
        StaffUser user = reach.user(id);
        if (user.status() == UserStatus.DISABLED) {
            throw new ProblemException(GatewayProblem.USER_DISABLED, "enable " + id + " first");
        }
        InvitedView.Made invitation = invitations.make(id, now());
        changes.fire(new AdminChange(
                "staff_user.invited", "staff_user", id.toString(), null, new Until(invitation.expiresAt())));
        return new Invited(versioned(user), invitation);
    }

    /** Deletes a user for good; 409 {@code last_owner}. {@code ifMatch} is checked when sent. */
    @Transactional
    void delete(UUID id, @Nullable String ifMatch) {
        StaffUser user = reach.user(id);
        UserView before = views.of(user);
        if (ifMatch != null) {
            EntityTags.requireMatch(ifMatch, user.version(), before);
        }
        standing.change(user, users::delete);
        changes.fire(new AdminChange("staff_user.deleted", "staff_user", id.toString(), before, null));
    }

    /** What a log may keep of an invitation. */
    record Until(Instant invitedUntil) {}

    private Versioned changed(String action, @Nullable UserView before, StaffUser user) {
        Versioned after = versioned(user);
        changes.fire(new AdminChange(action, "staff_user", user.id().toString(), before, after.view()));
        return after;
    }

    private Versioned versioned(StaffUser user) {
        return new Versioned(views.of(user), user.version());
    }

    private Instant now() {
        return clock.instant();
    }
}
