package dev.quayside.gateway.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes invitations, each in place of the one before, and takes them once. */
@ApplicationScoped
class Invitations {
    private final InvitationRepository invitations;
    private final Duration life;

    Invitations(
            InvitationRepository invitations, @ConfigProperty(name = "quayside.staff.invitation-life") Duration life) {
        if (life.isNegative() || life.isZero()) {
            throw new IllegalStateException("QUAYSIDE_STAFF_INVITATION_LIFE must be longer than nothing, such as P7D");
        }
        this.invitations = invitations;
        this.life = life;
    }

    InvitedView.Made make(UUID userId, Instant now) {
        revoke(userId);
        String token = InvitationToken.generate();
        Instant end = now.plus(life);
        invitations.persist(new Invitation(userId, InvitationToken.hash(token), now, end));
        return new InvitedView.Made(token, end);
    }

    void revoke(UUID userId) {
        invitations.delete("userId", userId);
    }

    /** Whom a token invites, if it is good now. */
    Optional<UUID> invited(String token, Instant now) {
        return invitations
                .findByHash(InvitationToken.hash(token))
                .filter(invitation -> invitation.isGood(now))
                .map(Invitation::userId);
    }

    /** Takes a token for good; of several at once one gets it. */
    boolean take(UUID userId, String token) {
        return invitations.take(userId, InvitationToken.hash(token));
    }
}
