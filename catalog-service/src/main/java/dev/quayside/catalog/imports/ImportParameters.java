package dev.quayside.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.sheet.Encodings;
import dev.quayside.catalog.sheet.FileFormat;
import dev.quayside.catalog.sheet.FileSettings;
import dev.quayside.catalog.stock.StockCounts;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.ListTime;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a caller says of a file beside it: in the query, because the body is the file. */
@ApplicationScoped
class ImportParameters {
    private static final Set<String> KNOWN = Set.of("format", "encoding", "delimiter", "mapping", "onError", "dryRun");
    /** Counts have no prices. */
    private static final String CURRENCY = "currency";

    private static final String COUNTED_AT = "countedAt";

    private static final Set<String> TYPES =
            Set.of("csv", "x-ndjson", "json", "plain", "octet-stream", "tab-separated-values");
    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

    private final ObjectMapper json;
    private final Clock clock;

    ImportParameters(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Reads the query and the body's type; what is unknown or not valid is a 400, another type a 415. */
    ImportSettings read(ImportKind kind, UriInfo uri, @Nullable MediaType sent) {
        Set<String> known = new TreeSet<>(KNOWN);
        known.add(kind == ImportKind.PRODUCTS ? CURRENCY : COUNTED_AT);
        Query query = new Query(uri, known);
        if (sent != null && !TYPES.contains(sent.getSubtype())) {
            throw new ProblemException(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                    "send text/csv, application/x-ndjson or application/octet-stream");
        }
        FileSettings file = new FileSettings(
                format(kind, query, sent), encoding(query, sent), delimiter(query), currency(query), mapping(query));
        return new ImportSettings(
                file,
                query.oneOf("onError", "skip", "abort").equals("abort"),
                query.oneOf("dryRun", "false", "true").equals("true"),
                countedAt(query));
    }

    /** The query, each parameter once. */
    private record Query(UriInfo uri, Set<String> known) {
        Query {
            Set<String> unknown = new TreeSet<>(uri.getQueryParameters().keySet());
            unknown.removeAll(known);
            if (!unknown.isEmpty()) {
                throw invalid(unknown.iterator().next() + ": unknown parameter; known are " + String.join(", ", known));
            }
        }

        @Nullable
        String get(String name) {
            List<String> values = uri.getQueryParameters().get(name);
            if (values != null && values.size() > 1) {
                throw invalid(name + ": give it once");
            }
            return values == null ? null : values.get(0);
        }

        String oneOf(String name, String otherwise, String other) {
            String value = get(name);
            if (value != null && !value.equals(otherwise) && !value.equals(other)) {
                throw invalid(name + ": must be " + otherwise + " or " + other);
            }
            return value == null ? otherwise : value;
        }
    }

    private static @Nullable FileFormat format(ImportKind kind, Query query, @Nullable MediaType sent) {
        String name = query.get("format");
        if (name == null) {
            return sent != null && sent.getSubtype().equals("x-ndjson") ? FileFormat.NDJSON : null;
        }
        boolean shopify = kind == ImportKind.PRODUCTS;
        return FileFormat.find(name)
                .filter(format -> shopify || format != FileFormat.SHOPIFY)
                .orElseThrow(
                        () -> invalid("format: must be " + (shopify ? "ndjson, csv or shopify" : "ndjson or csv")));
    }

    private static @Nullable String encoding(Query query, @Nullable MediaType sent) {
        String name = query.get("encoding");
        if (name == null && sent != null) {
            name = sent.getParameters().get(MediaType.CHARSET_PARAMETER);
        }
        return name == null
                ? null
                : Encodings.find(name)
                        .orElseThrow(() -> invalid("encoding: there is no encoding of this name"))
                        .name();
    }

    private static @Nullable String delimiter(Query query) {
        String given = query.get("delimiter");
        if (given == null || given.equals("tab")) {
            return given == null ? null : "\t";
        }
        if (given.length() != 1 || Character.isLetterOrDigit(given.charAt(0)) || "\"\r\n'".contains(given)) {
            throw invalid("delimiter: must be one character that is no letter, digit or quote, or tab");
        }
        return given;
    }

    private @Nullable Instant countedAt(Query query) {
        String text = query.get(COUNTED_AT);
        if (text == null) {
            return null;
        }
        Instant time = ListTime.filter(COUNTED_AT, text);
        StockCounts.fault(time, clock.instant()).ifPresent(fault -> {
            throw invalid(COUNTED_AT + ": " + fault);
        });
        return time;
    }

    private static @Nullable Currency currency(Query query) {
        String code = query.get(CURRENCY);
        return code == null
                ? null
                : Currency.find(code)
                        .orElseThrow(() ->
                                invalid("currency: must be the code of a currency that can be charged, such as EUR"));
    }

    private Map<String, String> mapping(Query query) {
        String text = query.get("mapping");
        if (text == null) {
            return Map.of();
        }
        try {
            Map<String, String> mapping = json.readValue(text, NAMES);
            if (mapping != null && mapping.values().stream().noneMatch(java.util.Objects::isNull)) {
                return Map.copyOf(mapping);
            }
        } catch (JsonProcessingException notNames) {
            throw noMapping();
        }
        throw noMapping();
    }

    private static ProblemException noMapping() {
        return invalid("mapping: must be JSON such as {\"Article no.\":\"sku\"}");
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
