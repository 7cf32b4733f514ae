package dev.quayside.gateway.apikey;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** API keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {
    static final String NAME_UNIQUE = "api_keys_name_unique";
    static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("-createdAt", "createdAt", "name", "-name"), Set.of("q", "status", "scope"));
    private static final Map<String, Column> SORTS = Map.of(
            "createdAt", new Column("k.created_at", Kind.TIME),
            "name", new Column("lower(k.name) collate \"C\"", Kind.TEXT));

    Optional<ApiKey> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<ApiKey> ofEnvironment() {
        return list("origin", ApiKey.Origin.ENVIRONMENT);
    }

    /** Two instances that start together set the deployment's key one after the other. */
    void lockEnvironmentKeys() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('api_keys.environment'))", Object.class)
                .getSingleResult();
    }

    /** Writes when and from where a key was used, and nothing else of its row: somebody may be changing the key. */
    void noteUse(UUID id, String address, Instant now, Instant unlessSince) {
        getEntityManager()
                .createNativeQuery("""
                        update api_keys set last_used_at = :now, last_used_address = :address
                        where id = :id and (last_used_at is null or last_used_at < :since)""")
                .setParameter("now", now)
                .setParameter("address", address)
                .setParameter("id", id)
                .setParameter("since", unlessSince)
                .executeUpdate();
    }

    /** The ids of a page of keys. */
    Page<UUID> page(ListQuery query, UriInfo uri, Instant now) {
        String from = "from api_keys k";
        ListSql list = new ListSql(query, SORTS, "k.id");
        KeyFilters.add(query, list, now);
        List<Tuple> rows = list.rows(getEntityManager(), "k.version", from);
        Page<Tuple> page = query.page(rows, list.total(getEntityManager(), from), list::cursor, uri);
        return new Page<>(
                page.data().stream().map(row -> row.get("row_id", UUID.class)).toList(), page.page());
    }
}
