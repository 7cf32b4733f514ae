package dev.quayside.catalog.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.kit.problem.BodyFaults;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Newline-delimited JSON in UTF-8, with or without a byte order mark: a product a line; blank lines count, but say nothing. */
public final class NdjsonLines implements ProductLines {
    private final TextLines lines;
    private final ObjectMapper json;

    public NdjsonLines(InputStream in, ObjectMapper json) {
        this.lines = new TextLines(in);
        this.json = json;
    }

    @Override
    public Optional<ProductLine> next() throws IOException {
        if (!lines.next()) {
            return Optional.empty();
        }
        return Optional.of(
                lines.isTooLong()
                        ? failed(problem("line_too_long", "a line may have " + TextLines.MOST_BYTES + " bytes"))
                        : parse(lines.text()));
    }

    private ProductLine parse(byte[] text) throws IOException {
        try {
            ProductRequest request = json.readValue(text, ProductRequest.class);
            return request == null
                    ? failed(problem("not_an_object", "a line must be a JSON object"))
                    : ProductLine.read(lines.number(), request, text.length);
        } catch (JsonProcessingException unreadable) {
            return failed(BodyFaults.of(unreadable));
        }
    }

    private ProductLine failed(ProblemException problem) {
        return ProductLine.failed(lines.number(), null, problem);
    }

    /** What is wrong with a line as such. */
    public static ProblemException problem(String code, String detail) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST, detail, List.of(new FieldError("", code, detail)));
    }
}
