package dev.quayside.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.sheet.CsvRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What there is to say about an import's lines, as files to download: read and written page by page. */
@ApplicationScoped
class FindingFiles {
    private static final List<String> COLUMNS =
            List.of("line", "slug", "code", "detail", "field", "fieldCode", "message");

    private final ImportFindings findings;
    private final ObjectMapper json;

    FindingFiles(ImportFindings findings, ObjectMapper json) {
        this.findings = findings;
        this.json = json;
    }

    /** A JSON object a line. */
    void ndjson(UUID id, boolean failures, OutputStream out) throws IOException {
        long behind = 0;
        for (List<Object[]> page = page(id, failures, behind); !page.isEmpty(); page = page(id, failures, behind)) {
            for (Object[] row : page) {
                out.write((row[1] + "\n").getBytes(StandardCharsets.UTF_8));
                behind = ((Number) row[0]).longValue();
            }
        }
    }

    /** The failures, a row for each field at fault. */
    void csv(UUID id, OutputStream out) throws IOException {
        try (CsvRows csv = new CsvRows(out)) {
            csv.write(COLUMNS);
            long behind = 0;
            for (List<Object[]> page = page(id, true, behind); !page.isEmpty(); page = page(id, true, behind)) {
                for (Object[] row : page) {
                    write(json.readTree((String) row[1]), csv);
                    behind = ((Number) row[0]).longValue();
                }
            }
        }
    }

    private static void write(JsonNode line, CsvRows csv) {
        if (line.path("errors").isEmpty()) {
            csv.write(row(line, json -> ""));
        }
        line.path("errors")
                .forEach(error -> csv.write(row(line, name -> error.path(name).asText())));
    }

    private static List<String> row(JsonNode line, java.util.function.UnaryOperator<String> error) {
        return List.of(
                line.path("line").asText(),
                line.path("slug").asText(),
                line.path("code").asText(),
                line.path("detail").asText(),
                error.apply("field"),
                error.apply("code"),
                error.apply("message"));
    }

    private List<Object[]> page(UUID id, boolean failures, long behind) {
        return QuarkusTransaction.requiringNew().call(() -> findings.page(id, failures, behind));
    }
}
