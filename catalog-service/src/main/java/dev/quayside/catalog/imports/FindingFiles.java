package dev.quayside.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.bulk.BulkResource;
import dev.quayside.catalog.sheet.CsvRows;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to say about an import's lines, as files to download: read and written page by page. */
@ApplicationScoped
class FindingFiles {
    private static final List<String> OF_LINE = List.of("code", "detail");
    private static final List<String> OF_FIELD = List.of("field", "code", "message");

    private final ImportFindings findings;
    private final ObjectMapper json;

    FindingFiles(ImportFindings findings, ObjectMapper json) {
        this.findings = findings;
        this.json = json;
    }

    /** The lines that have failed, as a download in CSV, or in NDJSON if it is asked for. */
    Response errors(UUID id, List<String> keys, @Nullable String format) {
        if (format != null && !format.equals("csv") && !format.equals("ndjson")) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "format: must be csv or ndjson");
        }
        return "ndjson".equals(format)
                ? download(id + "-errors.ndjson", BulkResource.NDJSON, out -> ndjson(id, true, out))
                : download(id + "-errors.csv", "text/csv;charset=UTF-8", out -> csv(id, keys, out));
    }

    /** What a trial has found that would change, as a download. */
    Response changes(UUID id) {
        return download(id + "-changes.ndjson", BulkResource.NDJSON, out -> ndjson(id, false, out));
    }

    private static Response download(String name, String type, StreamingOutput content) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + name + "\"")
                .build();
    }

    /** A JSON object a line. */
    private void ndjson(UUID id, boolean failures, OutputStream out) throws IOException {
        long behind = 0;
        for (List<Object[]> page = page(id, failures, behind); !page.isEmpty(); page = page(id, failures, behind)) {
            for (Object[] row : page) {
                out.write((row[1] + "\n").getBytes(StandardCharsets.UTF_8));
                behind = ((Number) row[0]).longValue();
            }
        }
    }

    /** The failures, a row for each field at fault, with what their lines are told by. */
    private void csv(UUID id, List<String> keys, OutputStream out) throws IOException {
        try (CsvRows csv = new CsvRows(out)) {
            List<String> header = new ArrayList<>(List.of("line"));
            header.addAll(keys);
            header.addAll(List.of("code", "detail", "field", "fieldCode", "message"));
            csv.write(header);
            long behind = 0;
            for (List<Object[]> page = page(id, true, behind); !page.isEmpty(); page = page(id, true, behind)) {
                for (Object[] row : page) {
                    write(json.readTree((String) row[1]), keys, csv);
                    behind = ((Number) row[0]).longValue();
                }
            }
        }
    }

    private static void write(JsonNode line, List<String> keys, CsvRows csv) {
        List<String> cells = new ArrayList<>(List.of(line.path("line").asText()));
        keys.forEach(key -> cells.add(line.path(key).asText()));
        OF_LINE.forEach(name -> cells.add(line.path(name).asText()));
        if (line.path("errors").isEmpty()) {
            csv.write(with(cells, name -> ""));
        }
        line.path("errors")
                .forEach(error -> csv.write(with(cells, name -> error.path(name).asText())));
    }

    private static List<String> with(List<String> cells, UnaryOperator<String> error) {
        return Stream.concat(cells.stream(), OF_FIELD.stream().map(error)).toList();
    }

    private List<Object[]> page(UUID id, boolean failures, long behind) {
        return QuarkusTransaction.requiringNew().call(() -> findings.page(id, failures, behind));
    }
}
