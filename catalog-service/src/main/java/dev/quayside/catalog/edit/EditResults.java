package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.bulk.FieldChanges;
import dev.quayside.catalog.product.ProductBatches.Written;
import dev.quayside.catalog.product.ProductEdits.Edited;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The products of an edit that there is more to say about than a number: failures, and some of what a trial would change. */
@ApplicationScoped
class EditResults {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(List.of("position"), Set.of("result"));

    /** Of one edit. More are counted, but not kept: whoever reads ten thousand errors reads one. */
    private static final int MOST_FAILURES = 10_000;

    private static final int SAMPLE = 100;
    private static final Map<String, ListSql.Column> SORTS =
            Map.of("position", new ListSql.Column("r.position", ListSql.Kind.NUMBER));

    private final EntityManager database;
    private final FieldChanges changes;
    private final ObjectMapper json;

    /** A result as it was written. */
    record Kept(@JsonValue @JsonRawValue String body) {}

    private record Row(long position, UUID product, EditResult result) {}

    EditResults(EntityManager database, FieldChanges changes, ObjectMapper json) {
        this.database = database;
        this.changes = changes;
        this.json = json;
    }

    /** Keeps what there is to say about a batch, in its transaction. */
    void write(BulkEdit edit, List<Edited> batch) {
        long failures = MOST_FAILURES - edit.progress().failed();
        long samples = edit.request().trial() ? SAMPLE - edit.progress().updated() : 0;
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Edited one = batch.get(i);
            long position = edit.progress().products() + i + 1;
            ProblemException refused = one.written().refused();
            if (refused != null && failures-- > 0) {
                rows.add(new Row(position, one.product().id(), failed(one, refused)));
            } else if (refused == null && !one.written().isUnchanged() && samples-- > 0) {
                rows.add(new Row(position, one.product().id(), changed(one)));
            }
        }
        if (!rows.isEmpty()) {
            insert(edit.id(), rows);
        }
    }

    /** A page of what is kept, in the order of the edit. */
    Page<Kept> list(UUID id, ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "r.product_id").where("r.edit_id = :edit", "edit", id);
        String result = query.filters().get("result");
        if (result != null) {
            list.where("r.result = :result", "result", result);
        }
        String from = "from product_edit_results r";
        List<Tuple> rows = list.rows(database, "cast(r.body as text) as body", from);
        Page<Tuple> page = query.page(rows, list.total(database, from), list::cursor, uri);
        return new Page<>(
                page.data().stream()
                        .map(row -> new Kept(row.get("body", String.class)))
                        .toList(),
                page.page());
    }

    private void insert(UUID id, List<Row> rows) {
        database.createNativeQuery("""
                        insert into product_edit_results (edit_id, position, product_id, result, body)
                        select :id, r.position, r.product, r.result, cast(r.body as json)
                        from unnest(cast(:positions as bigint[]), cast(:products as uuid[]), cast(:results as text[]),
                            cast(:bodies as text[])) as r(position, product, result, body)""")
                .setParameter("id", id)
                .setParameter("positions", rows.stream().map(Row::position).toArray(Long[]::new))
                .setParameter("products", rows.stream().map(Row::product).toArray(UUID[]::new))
                .setParameter(
                        "results",
                        rows.stream().map(row -> row.result().result()).toArray(String[]::new))
                .setParameter(
                        "bodies", rows.stream().map(row -> body(row.result())).toArray(String[]::new))
                .executeUpdate();
    }

    private static EditResult failed(Edited one, ProblemException why) {
        return new EditResult(
                one.product().id(),
                one.product().slug(),
                EditResult.FAILED,
                why.code().code(),
                why.getMessage(),
                why.errors(),
                List.of());
    }

    private EditResult changed(Edited one) {
        Written written = one.written();
        return new EditResult(
                one.product().id(),
                one.product().slug(),
                EditResult.UPDATED,
                null,
                null,
                List.of(),
                changes.between(written.before(), written.after()));
    }

    private String body(EditResult result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result can always be written", e);
        }
    }
}
