package dev.quayside.catalog.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.bulk.FieldChange;
import dev.quayside.catalog.bulk.LineResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The lines of an import that there is more to say about than a number: failures, and what a trial would change. */
@ApplicationScoped
class ImportFindings {
    /** Of one import. More are counted, but not kept: whoever reads a hundred thousand errors reads one. */
    static final int MOST = 100_000;

    private static final int PAGE = 1_000;

    private final EntityManager database;
    private final ObjectMapper json;

    /** A line of a trial. */
    private record Finding(
            @JsonUnwrapped LineResult line,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldChange> changes) {}

    ImportFindings(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps what there is to say about lines, in the caller's transaction. */
    void write(UUID id, List<LineResult> results) {
        List<LineResult> found = results.stream()
                .filter(result -> result.isFailure() || !result.changes().isEmpty())
                .toList();
        if (!found.isEmpty()) {
            database.createNativeQuery("""
                            insert into import_lines (import_id, line, result, body)
                            select :id, f.line, f.result, cast(f.body as json)
                            from unnest(cast(:lines as bigint[]), cast(:results as text[]), cast(:bodies as text[]))
                                as f(line, result, body)
                            where (select count(*) from import_lines where import_id = :id) < :most""")
                    .setParameter("id", id)
                    .setParameter("most", MOST)
                    .setParameter("lines", found.stream().map(LineResult::line).toArray(Long[]::new))
                    .setParameter(
                            "results",
                            found.stream().map(line -> line.result().text()).toArray(String[]::new))
                    .setParameter("bodies", found.stream().map(this::body).toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /** A page of JSON objects behind a line, of failures or of the others; empty at the end. */
    List<Object[]> page(UUID id, boolean failures, long behind) {
        List<?> rows = database.createNativeQuery("""
                        select line, cast(body as text) from import_lines
                        where import_id = :id and (result = 'failed') = :failures and line > :behind
                        order by line limit :page""")
                .setParameter("id", id)
                .setParameter("failures", failures)
                .setParameter("behind", behind)
                .setParameter("page", PAGE)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }

    private String body(LineResult line) {
        try {
            return json.writeValueAsString(new Finding(line, line.changes()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result can always be written", e);
        }
    }
}
