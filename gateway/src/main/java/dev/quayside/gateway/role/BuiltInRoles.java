package dev.quayside.gateway.role;

import dev.quayside.kit.runtime.Ids;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Writes the built in roles at each start, so that a new version's scopes reach those who have them. A shop's own role stays. */
@ApplicationScoped
class BuiltInRoles {
    private final RoleRepository roles;
    private final Clock clock;

    BuiltInRoles(RoleRepository roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    @Transactional
    void write(@Observes StartupEvent started) {
        Instant now = clock.instant();
        roles.lockBuiltIn();
        for (BuiltInRole known : BuiltInRole.ALL) {
            Role role = roles.findByName(known.name()).orElseGet(() -> {
                Role fresh = new Role(Ids.next(), known.name(), true, now);
                roles.persist(fresh);
                return fresh;
            });
            if (role.isBuiltIn()) {
                role.become(known.description(), known.scopes(), now);
            }
        }
    }
}
