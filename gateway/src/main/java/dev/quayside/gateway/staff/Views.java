package dev.quayside.gateway.staff;

import dev.quayside.gateway.role.Roles;
import dev.quayside.gateway.role.Roles.Granted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows users with the names and the scopes of their roles. */
@ApplicationScoped
class Views {
    private final Roles roles;

    Views(Roles roles) {
        this.roles = roles;
    }

    UserView of(StaffUser user) {
        return view(user, roles.of(user.roles()));
    }

    /** The same for many, with one look at the roles of all. */
    List<UserView> of(Collection<StaffUser> users) {
        Set<UUID> ids = new HashSet<>();
        users.forEach(user -> ids.addAll(user.roles()));
        Map<UUID, Granted> all = roles.of(ids).stream().collect(Collectors.toMap(Granted::id, Function.identity()));
        return users.stream()
                .map(user -> view(
                        user,
                        user.roles().stream()
                                .map(id -> Objects.requireNonNull(all.get(id)))
                                .toList()))
                .toList();
    }

    private static UserView view(StaffUser user, List<Granted> granted) {
        return new UserView(
                user.id(),
                user.email(),
                user.name(),
                user.status().text(),
                granted.stream().map(Granted::name).sorted().toList(),
                Roles.scopesOf(granted),
                user.createdAt(),
                user.updatedAt(),
                user.lastSignInAt());
    }
}
