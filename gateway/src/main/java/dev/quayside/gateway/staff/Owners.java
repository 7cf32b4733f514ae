package dev.quayside.gateway.staff;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.role.Roles;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps an owner who can sign in: without one, nobody could give all rights again but by the deployment's own key. */
@ApplicationScoped
class Owners {
    private final StaffUserRepository users;
    private final Roles roles;

    Owners(StaffUserRepository users, Roles roles) {
        this.users = users;
        this.roles = roles;
    }

    /** Whether a user is an owner who can sign in. */
    boolean include(StaffUser user) {
        return user.isActive() && user.roles().contains(roles.owner());
    }

    /**
     * Refuses, with a 409 {@code last_owner}, what took the last one away. It is asked in that transaction and after the change, under a
     * lock that is held until the commit: of two owners who take each other away at the same time, the second finds nobody left.
     */
    void requireOne() {
        users.flush();
        users.lockOwners();
        if (users.countActive(roles.owner()) == 0) {
            throw new ProblemException(GatewayProblem.LAST_OWNER, "make somebody else an owner first");
        }
    }
}
