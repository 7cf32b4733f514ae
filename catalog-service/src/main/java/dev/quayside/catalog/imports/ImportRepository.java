package dev.quayside.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.imports.FileImport.Progress;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of imports. A status is changed by a guarded UPDATE: no row means that another was quicker. */
@ApplicationScoped
class ImportRepository {
    static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("-createdAt", "createdAt"), java.util.Set.of("status"));

    private static final Map<String, ListSql.Column> SORTS =
            Map.of("createdAt", new ListSql.Column("i.created_at", ListSql.Kind.TIME));
    private static final String COLUMNS = """
            i.id, i.kind, i.status, cast(i.settings as text) as settings, cast(i.actor as text) as actor, i.size, i.products,
            i.last_line, i.bytes_read, i.created, i.updated, i.unchanged, i.failed, i.ignored, i.problem_code,
            i.problem_detail, i.version, i.created_at, i.updated_at, i.finished_at""";

    private final EntityManager database;
    private final ObjectMapper json;

    ImportRepository(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Begins an import whose file is on its way. */
    void insert(UUID id, ImportKind kind, ImportSettings settings, Actor actor, Instant now) {
        database.createNativeQuery("""
                        insert into imports (id, kind, status, settings, actor, size, products, last_line, bytes_read, created,
                            updated, unchanged, failed, ignored, version, created_at, updated_at)
                        values (:id, :kind, 'receiving', cast(:settings as jsonb), cast(:actor as jsonb), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
                            :now, :now)""")
                .setParameter("id", id)
                .setParameter("kind", kind.text())
                .setParameter("settings", write(settings))
                .setParameter("actor", write(actor))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** How many have not ended. */
    long open() {
        return ((Number) database.createNativeQuery("select count(*) from imports where finished_at is null")
                        .getSingleResult())
                .longValue();
    }

    Optional<FileImport> find(UUID id) {
        return one("select " + COLUMNS + " from imports i where i.id = :id", id);
    }

    Optional<FileImport> lock(UUID id) {
        return one("select " + COLUMNS + " from imports i where i.id = :id for update", id);
    }

    Page<FileImport> list(ImportKind kind, ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "i.id");
        list.where("i.status <> :receiving", "receiving", ImportStatus.RECEIVING.text());
        list.where("i.kind = :kind", "kind", kind.text());
        String status = query.filters().get("status");
        if (status != null) {
            list.where("i.status = any(:status)", "status", status.split(",", -1));
        }
        List<Tuple> rows = list.rows(database, COLUMNS, "from imports i");
        Page<Tuple> page = query.page(rows, list.total(database, "from imports i"), list::cursor, uri);
        return new Page<>(page.data().stream().map(this::read).toList(), page.page());
    }

    /** Gives a locked import another status. */
    void become(UUID id, ImportStatus next, Instant now) {
        database.createNativeQuery("""
                        update imports set status = :status, version = version + 1, updated_at = :now,
                            finished_at = case when :end then cast(:now as timestamptz) end
                        where id = :id""")
                .setParameter("status", next.text())
                .setParameter("end", next.isEnd())
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Has the whole file of an import that waits from now on. */
    void received(UUID id, long size, Instant now) {
        database.createNativeQuery(
                        "update imports set status = 'queued', size = :size, updated_at = :now where id = :id and status = 'receiving'")
                .setParameter("size", size)
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    void settle(UUID id, ImportSettings settings) {
        database.createNativeQuery("update imports set settings = cast(:settings as jsonb) where id = :id")
                .setParameter("settings", write(settings))
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * Goes on with a running import: adds what a batch has done, which begins behind the last line that is dealt with. False if it is no
     * longer running, or another has got there already; then the batch must not be.
     */
    boolean advance(UUID id, long firstLine, Progress done, Instant now) {
        return 1
                == database.createNativeQuery("""
                        update imports set products = products + :products, last_line = :lastLine, bytes_read = :bytesRead,
                            created = created + :created, updated = updated + :updated, unchanged = unchanged + :unchanged,
                            failed = failed + :failed, ignored = ignored + :ignored, updated_at = :now
                        where id = :id and status = 'running' and last_line < :firstLine""")
                        .setParameter("products", done.products())
                        .setParameter("lastLine", done.lastLine())
                        .setParameter("bytesRead", done.bytesRead())
                        .setParameter("created", done.created())
                        .setParameter("updated", done.updated())
                        .setParameter("unchanged", done.unchanged())
                        .setParameter("failed", done.failed())
                        .setParameter("ignored", done.ignored())
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("firstLine", firstLine)
                        .executeUpdate();
    }

    void problem(UUID id, ImportView.Problem problem) {
        database.createNativeQuery("update imports set problem_code = :code, problem_detail = :detail where id = :id")
                .setParameter("code", problem.code())
                .setParameter("detail", problem.detail())
                .setParameter("id", id)
                .executeUpdate();
    }

    void delete(UUID id) {
        database.createNativeQuery("delete from imports where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Deletes what nobody has touched for long. */
    int forget(Instant untouchedSince, Instant receivingSince) {
        return database.createNativeQuery("""
                        delete from imports where (updated_at < :untouched and status <> 'running')
                            or (updated_at < :receiving and status = 'receiving')""")
                .setParameter("untouched", untouchedSince)
                .setParameter("receiving", receivingSince)
                .executeUpdate();
    }

    private Optional<FileImport> one(String sql, UUID id) {
        Query query = database.createNativeQuery(sql, Tuple.class);
        return ListSql.tuples(query.setParameter("id", id)).stream()
                .map(this::read)
                .findFirst();
    }

    private FileImport read(Tuple row) {
        String code = row.get("problem_code", String.class);
        return new FileImport(
                row.get("id", UUID.class),
                ImportKind.of(row.get("kind", String.class)),
                ImportStatus.of(row.get("status", String.class)),
                read(row.get("settings", String.class), ImportSettings.class),
                read(row.get("actor", String.class), Actor.class),
                number(row, "size"),
                new Progress(
                        number(row, "products"),
                        number(row, "last_line"),
                        number(row, "bytes_read"),
                        number(row, "created"),
                        number(row, "updated"),
                        number(row, "unchanged"),
                        number(row, "failed"),
                        number(row, "ignored")),
                code == null ? null : new ImportView.Problem(code, row.get("problem_detail", String.class)),
                number(row, "version"),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class),
                row.get("finished_at", Instant.class));
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings can always be written", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored can be read", e);
        }
    }
}
