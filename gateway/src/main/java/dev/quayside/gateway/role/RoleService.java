package dev.quayside.gateway.role;

import dev.quayside.gateway.change.AdminChange;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.scope.Rights;
import dev.quayside.gateway.scope.Scopes;
import dev.quayside.kit.http.EntityTags;
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
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What staff do with roles. A role is out of reach of whoever lacks one of its scopes, before the change or after it. */
@ApplicationScoped
class RoleService {
    /** A role with the version that its ETag is made of, and whether it is new. */
    record Versioned(RoleView view, long version, boolean created) {}

    private static final String IN_USE = "staff_roles_role_fk";

    private final RoleRepository roles;
    private final Rights rights;
    private final Event<AdminChange> changes;
    private final Clock clock;

    RoleService(RoleRepository roles, Rights rights, Event<AdminChange> changes, Clock clock) {
        this.roles = roles;
        this.rights = rights;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    Page<RoleView> list(UriInfo uri) {
        return roles.page(ListQuery.parse(uri, RoleRepository.ALLOWED), uri);
    }

    /** One role; 404 {@code role_not_found}. */
    @Transactional
    Versioned get(String name) {
        return versioned(roles.findByName(name).orElseThrow(() -> notFound(name)), false);
    }

    /** Makes a role of scopes that the caller has; 409 {@code role_exists}. */
    @Transactional
    Versioned create(CreateRoleRequest request) {
        if (roles.findByName(request.name()).isPresent()) {
            throw exists(request.name());
        }
        return insert(request.name(), request.content());
    }

    /** Makes a role, or makes one what the request says. */
    @Transactional
    Versioned put(CreateRoleRequest request, @Nullable String ifMatch) {
        return roles.lock(request.name())
                .map(role -> replace(role, ifMatch, request.content()))
                .orElseGet(() -> insert(request.name(), request.content()));
    }

    /** Deletes a role that nobody has; 409 {@code role_in_use}. */
    @Transactional
    void delete(String name, @Nullable String ifMatch) {
        Role role = reachable(roles.lock(name).orElseThrow(() -> notFound(name)), ifMatch);
        RoleView before = role.view();
        try {
            roles.delete(role);
            roles.flush();
        } catch (ConstraintViolationException e) {
            if (IN_USE.equals(e.getConstraintName())) {
                throw new ProblemException(GatewayProblem.ROLE_IN_USE, "take " + name + " from its users first");
            }
            throw e;
        }
        changed("role.deleted", name, before, null);
    }

    private Versioned replace(Role role, @Nullable String ifMatch, RoleContent content) {
        reachable(role, ifMatch);
        RoleView before = role.view();
        role.become(content.descriptionOrNone(), granted(content), now());
        changed("role.updated", role.name(), before, role.view());
        return versioned(role, false);
    }

    private Versioned insert(String name, RoleContent content) {
        Role role = new Role(Ids.next(), name, false, now());
        role.become(content.descriptionOrNone(), granted(content), now());
        try {
            roles.persistAndFlush(role);
        } catch (ConstraintViolationException e) {
            throw RoleRepository.NAME_UNIQUE.equals(e.getConstraintName()) ? exists(name) : e;
        }
        changed("role.created", name, null, role.view());
        return versioned(role, true);
    }

    private List<String> granted(RoleContent content) {
        List<String> scopes = Scopes.check(content.scopes());
        rights.require(scopes);
        return scopes;
    }

    private Role reachable(Role role, @Nullable String ifMatch) {
        if (role.isBuiltIn()) {
            throw new ProblemException(
                    GatewayProblem.ROLE_BUILT_IN, role.name() + " stays as it is; make a role of your own");
        }
        rights.require(role.scopes());
        if (ifMatch != null) {
            EntityTags.requireMatch(ifMatch, role.version(), role.view());
        }
        return role;
    }

    private void changed(String action, String name, @Nullable RoleView before, @Nullable RoleView after) {
        changes.fire(new AdminChange(action, "role", name, before, after));
    }

    private Instant now() {
        return clock.instant();
    }

    private static Versioned versioned(Role role, boolean created) {
        return new Versioned(role.view(), role.version(), created);
    }

    private static ProblemException notFound(String name) {
        return new ProblemException(GatewayProblem.ROLE_NOT_FOUND, "no role is called " + name);
    }

    private static ProblemException exists(String name) {
        return new ProblemException(GatewayProblem.ROLE_EXISTS, "change " + name + " with PUT, or choose another name");
    }
}
