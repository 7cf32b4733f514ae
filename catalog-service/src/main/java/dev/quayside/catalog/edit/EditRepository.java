package dev.quayside.catalog.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.edit.BulkEdit.Progress;
import dev.quayside.catalog.edit.EditView.Problem;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.page.Cursor;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of edits. The place that one has reached is moved by a guarded UPDATE: no row means that another was quicker. */
@ApplicationScoped
class EditRepository {
    static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("-createdAt", "createdAt"), Set.of("status"));

    /** The index that lets one edit write at a time. */
    static final String ONE_WRITES = "product_edits_one_writes";

    private static final Map<String, ListSql.Column> SORTS =
            Map.of("createdAt", new ListSql.Column("e.created_at", ListSql.Kind.TIME));
    private static final String COLUMNS = """
            e.id, e.status, cast(e.request as text) as request, cast(e.actor as text) as actor, e.total, e.reached_key,
            e.reached_id, e.products, e.updated, e.unchanged, e.failed, e.problem_code, e.problem_detail, e.version,
            e.created_at, e.updated_at, e.finished_at""";

    private final EntityManager database;
    private final ObjectMapper json;

    EditRepository(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void insert(UUID id, EditRequest request, Actor actor, Instant now) {
        database.createNativeQuery("""
                        insert into product_edits (id, status, trial, request, actor, products, updated, unchanged, failed, attempts, version,
                            created_at, updated_at)
                        values (:id, 'queued', :trial, cast(:request as jsonb), cast(:actor as jsonb), 0, 0, 0, 0, 0, 1, :now, :now)""")
                .setParameter("id", id)
                .setParameter("trial", request.trial())
                .setParameter("request", write(request))
                .setParameter("actor", write(actor))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** How many have not ended. */
    long open() {
        return ((Number) database.createNativeQuery("select count(*) from product_edits where finished_at is null")
                        .getSingleResult())
                .longValue();
    }

    Optional<BulkEdit> find(UUID id) {
        return one("select " + COLUMNS + " from product_edits e where e.id = :id", id);
    }

    Optional<BulkEdit> lock(UUID id) {
        return one("select " + COLUMNS + " from product_edits e where e.id = :id for update", id);
    }

    Page<BulkEdit> list(ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "e.id");
        String status = query.filters().get("status");
        if (status != null) {
            list.where("e.status = any(:status)", "status", status.split(",", -1));
        }
        List<Tuple> rows = list.rows(database, COLUMNS, "from product_edits e");
        Page<Tuple> page = query.page(rows, list.total(database, "from product_edits e"), list::cursor, uri);
        return new Page<>(page.data().stream().map(this::read).toList(), page.page());
    }

    /** Gives a locked edit another status. */
    void become(UUID id, EditStatus next, Instant now) {
        database.createNativeQuery("""
                        update product_edits set status = :status, version = version + 1, updated_at = :now, attempts = 0,
                            problem_code = null, problem_detail = null,
                            finished_at = case when :end then cast(:now as timestamptz) end
                        where id = :id""")
                .setParameter("status", next.text())
                .setParameter("end", next.isEnd())
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Whether one that writes has to wait: another is running, or an older one comes first. */
    boolean waits(BulkEdit edit) {
        return (Boolean) database.createNativeQuery("""
                        select exists (
                            select 1 from product_edits o where o.id <> :id and o.finished_at is null and not o.trial
                                and (o.status = 'running' or (o.status = 'queued' and (o.created_at, o.id) < (:created, :id))))""")
                .setParameter("id", edit.id())
                .setParameter("created", edit.createdAt())
                .getSingleResult();
    }

    /** Counts a failure of the next batch of a locked edit; how many there have been in a row. */
    int failedAgain(UUID id) {
        return ((Number) database.createNativeQuery(
                                "update product_edits set attempts = attempts + 1 where id = :id returning attempts")
                        .setParameter("id", id)
                        .getSingleResult())
                .intValue();
    }

    /** Says why an edit has failed. */
    void problem(UUID id, Problem problem) {
        database.createNativeQuery(
                        "update product_edits set problem_code = :code, problem_detail = :detail where id = :id")
                .setParameter("code", problem.code())
                .setParameter("detail", problem.detail())
                .setParameter("id", id)
                .executeUpdate();
    }

    void count(UUID id, long total) {
        database.createNativeQuery("update product_edits set total = :total where id = :id")
                .setParameter("total", total)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Moves a running edit behind a batch; false if it is not running, or not where the batch began. */
    boolean advance(BulkEdit from, Cursor reached, Progress done, Instant now) {
        Cursor before = from.reached();
        return 1
                == database.createNativeQuery("""
                        update product_edits set reached_key = :key, reached_id = :reached, products = products + :products,
                            updated = updated + :updated, unchanged = unchanged + :unchanged, failed = failed + :failed,
                            attempts = 0, updated_at = :now
                        where id = :id and status = 'running' and reached_id is not distinct from cast(:before as uuid)""")
                        .setParameter("key", reached.key())
                        .setParameter("reached", reached.id())
                        .setParameter("products", done.products())
                        .setParameter("updated", done.updated())
                        .setParameter("unchanged", done.unchanged())
                        .setParameter("failed", done.failed())
                        .setParameter("now", now)
                        .setParameter("id", from.id())
                        .setParameter(
                                "before", before == null ? null : before.id().toString())
                        .executeUpdate();
    }

    /** Deletes those that have ended, or that nobody has gone on with, long ago. */
    int forget(Instant untouchedSince) {
        return database.createNativeQuery(
                        "delete from product_edits where updated_at < :untouched and status not in ('queued', 'running')")
                .setParameter("untouched", untouchedSince)
                .executeUpdate();
    }

    private Optional<BulkEdit> one(String sql, UUID id) {
        Query query = database.createNativeQuery(sql, Tuple.class).setParameter("id", id);
        return ListSql.tuples(query).stream().map(this::read).findFirst();
    }

    private BulkEdit read(Tuple row) {
        Number total = row.get("total", Number.class);
        return new BulkEdit(
                row.get("id", UUID.class),
                EditStatus.of(row.get("status", String.class)),
                read(row.get("request", String.class), EditRequest.class),
                read(row.get("actor", String.class), Actor.class),
                total == null ? null : Long.valueOf(total.longValue()),
                reached(row),
                new Progress(
                        number(row, "products"),
                        number(row, "updated"),
                        number(row, "unchanged"),
                        number(row, "failed")),
                problem(row),
                number(row, "version"),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class),
                row.get("finished_at", Instant.class));
    }

    private static @Nullable Cursor reached(Tuple row) {
        UUID id = row.get("reached_id", UUID.class);
        return id == null ? null : new Cursor("createdAt", row.get("reached_key", String.class), id);
    }

    private static @Nullable Problem problem(Tuple row) {
        String code = row.get("problem_code", String.class);
        return code == null ? null : new Problem(code, row.get("problem_detail", String.class));
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request can always be written", e);
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
