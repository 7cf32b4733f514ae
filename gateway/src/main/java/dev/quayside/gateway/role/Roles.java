package dev.quayside.gateway.role;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Roles for those who give them to users. */
@ApplicationScoped
public class Roles {
    /** The role whose last holder stays. */
    public static final String OWNER = BuiltInRole.OWNER;

    /** A role that users have. */
    public record Granted(UUID id, String name, List<String> scopes) {}

    private final RoleRepository roles;

    Roles(RoleRepository roles) {
        this.roles = roles;
    }

    /** The roles of these names, kept from deletion until the transaction ends; an unknown one is a 422 that names its place. */
    @Transactional(TxType.MANDATORY)
    public List<Granted> named(List<String> names) {
        List<Granted> found =
                roles.keep(Set.copyOf(names)).stream().map(Roles::granted).toList();
        Set<String> known = found.stream().map(Granted::name).collect(Collectors.toSet());
        List<Problem.FieldError> unknown = IntStream.range(0, names.size())
                .filter(i -> !known.contains(names.get(i)))
                .mapToObj(i -> new Problem.FieldError(
                        "roles[" + i + "]", "unknown_role", "is none of those that GET /v1/admin/roles lists"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED,
                    unknown.get(0).field() + " " + unknown.get(0).message(),
                    unknown);
        }
        return found;
    }

    /** The roles of these ids, by name. */
    @Transactional(TxType.MANDATORY)
    public List<Granted> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : roles.list("id in ?1 order by name", ids).stream()
                        .map(Roles::granted)
                        .toList();
    }

    /** The id of the role {@code owner}. */
    @Transactional(TxType.MANDATORY)
    public UUID owner() {
        return roles.findByName(OWNER).orElseThrow().id();
    }

    /** All scopes of some roles, sorted. */
    public static List<String> scopesOf(Collection<Granted> granted) {
        return granted.stream()
                .flatMap(role -> role.scopes().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Granted granted(Role role) {
        return new Granted(role.id(), role.name(), role.scopes());
    }
}
