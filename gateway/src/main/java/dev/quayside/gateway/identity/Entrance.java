package dev.quayside.gateway.identity;

import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.provider.ProvenIdentity;
import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The transaction in which somebody signs in by a provider. */
@ApplicationScoped
class Entrance {
    private final Owners owners;
    private final IdentityRepository identities;
    private final SessionService sessions;
    private final Clock clock;

    Entrance(Owners owners, IdentityRepository identities, SessionService sessions, Clock clock) {
        this.owners = owners;
        this.identities = identities;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Opens a sign-in; throws {@link LostRace} when the same person has just come through another one. */
    @Transactional
    Entered enter(ProvenIdentity proven, Device device) {
        CustomerView customer = owners.of(proven);
        // The account was waited for; meanwhile its owner may have removed the identity.
        Identity identity = identities
                .find(customer.id(), proven)
                .orElseThrow(() -> new LostRace(new IllegalStateException("removed while it was used")));
        identity.used(proven, clock.instant());
        return new Entered(customer, sessions.open(Subject.customer(customer.id()), device));
    }
}
