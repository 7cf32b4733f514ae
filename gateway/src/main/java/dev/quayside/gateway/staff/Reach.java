package dev.quayside.gateway.staff;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.role.Roles;
import dev.quayside.gateway.role.Roles.Granted;
import dev.quayside.gateway.scope.Rights;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Whom a caller may change, and what a caller may give: nothing beyond the caller's own scopes. */
@ApplicationScoped
class Reach {
    private final StaffUserRepository users;
    private final Roles roles;
    private final Rights rights;

    Reach(StaffUserRepository users, Roles roles, Rights rights) {
        this.users = users;
        this.roles = roles;
        this.rights = rights;
    }

    /** A user, locked for a change; 404 {@code user_not_found}, 403 {@code rights_exceeded}. */
    StaffUser user(UUID id) {
        StaffUser user = users.lock(id).orElseThrow(() -> notFound(id));
        rights.require(Roles.scopesOf(roles.of(user.roles())));
        return user;
    }

    /** The ids of roles that the caller may give; 422 for a name that is no role's, 403 {@code rights_exceeded}. */
    List<UUID> roles(List<String> names) {
        List<Granted> found = roles.named(names);
        rights.require(Roles.scopesOf(found));
        return found.stream().map(Granted::id).toList();
    }

    static ProblemException notFound(UUID id) {
        return new ProblemException(GatewayProblem.USER_NOT_FOUND, "no staff user has the id " + id);
    }
}
