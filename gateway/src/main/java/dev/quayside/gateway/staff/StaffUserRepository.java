package dev.quayside.gateway.staff;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListSql.Column;
import dev.quayside.kit.page.ListSql.Kind;
import dev.quayside.kit.page.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Staff users, by id or by normalised address. */
@ApplicationScoped
class StaffUserRepository implements PanacheRepositoryBase<StaffUser, UUID> {
    static final String EMAIL_UNIQUE = "staff_users_email_unique";
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(
            List.of("-createdAt", "createdAt", "name", "-name", "email", "-email"), Set.of("q", "status", "role"));
    private static final Map<String, Column> SORTS = Map.of(
            "createdAt", new Column("u.created_at", Kind.TIME),
            "name", new Column("lower(u.name) collate \"C\"", Kind.TEXT),
            "email", new Column("lower(u.email) collate \"C\"", Kind.TEXT));

    Optional<StaffUser> findByEmail(String email) {
        return find("lower(email) = ?1", email).firstResultOptional();
    }

    Optional<StaffUser> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those who take an owner away come one after another: each sees what the ones before have left. */
    void lockOwners() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('staff.owners'))", Object.class)
                .getSingleResult();
    }

    /** How many can sign in and have a role. */
    long countActive(UUID role) {
        return count("status = ?1 and ?2 member of roles", UserStatus.ACTIVE, role);
    }

    Page<StaffUser> page(ListQuery query, UriInfo uri) {
        String from = "from staff_users u";
        ListSql list = new ListSql(query, SORTS, "u.id");
        UserFilters.add(query, list);
        List<Tuple> rows = list.rows(getEntityManager(), "u.version", from);
        Page<Tuple> page = query.page(rows, list.total(getEntityManager(), from), list::cursor, uri);
        List<UUID> ids =
                page.data().stream().map(row -> row.get("row_id", UUID.class)).toList();
        Map<UUID, StaffUser> found =
                list("id in ?1", ids).stream().collect(Collectors.toMap(StaffUser::id, Function.identity()));
        return new Page<>(
                ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList(), page.page());
    }
}
