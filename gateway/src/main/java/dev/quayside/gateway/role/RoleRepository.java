package dev.quayside.gateway.role;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Roles, by id or by name. */
@ApplicationScoped
class RoleRepository implements PanacheRepositoryBase<Role, UUID> {
    static final String NAME_UNIQUE = "roles_name_unique";
    static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("name", "-name", "createdAt", "-createdAt"), Set.of("q", "scope"));
    private static final Map<String, Column> SORTS = Map.of(
            "name", new Column("r.name collate \"C\"", Kind.TEXT),
            "createdAt", new Column("r.created_at", Kind.TIME));

    Optional<Role> findByName(String name) {
        return find("name", name).firstResultOptional();
    }

    Optional<Role> lock(String name) {
        return find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Two instances that start together write the built in roles one after the other. */
    void lockBuiltIn() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('roles.built-in'))", Object.class)
                .getSingleResult();
    }

    /** The roles of these names, which cannot be deleted until the transaction ends. */
    List<Role> keep(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select * from roles where name = any(:names) order by name for key share", Role.class)
                .setParameter("names", names.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(Role.class::cast).toList();
    }

    Page<RoleView> page(ListQuery query, UriInfo uri) {
        String from = "from roles r";
        ListSql list = new ListSql(query, SORTS, "r.id");
        query.filters().forEach((name, value) -> {
            switch (name) {
                case "q" -> list.where("position(lower(:q) in lower(r.name || ' ' || r.description)) > 0", "q", value);
                case "scope" -> list.where(":scope = any(r.scopes)", "scope", value);
                default -> throw new IllegalStateException("the list has no filter " + name);
            }
        });
        List<Tuple> rows = list.rows(getEntityManager(), "r.version", from);
        Page<Tuple> page = query.page(rows, list.total(getEntityManager(), from), list::cursor, uri);
        return new Page<>(
                page.data().stream()
                        .map(row -> findById(row.get("row_id", UUID.class)).view())
                        .toList(),
                page.page());
    }
}
