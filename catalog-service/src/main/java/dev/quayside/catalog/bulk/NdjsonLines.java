package dev.quayside.catalog.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.kit.problem.BodyFaults;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Newline-delimited JSON in UTF-8, with or without a byte order mark: a product a line; blank lines count, but say nothing. */
public final class NdjsonLines implements ProductLines {
    /** Of one line: as much as a single request's body may have. */
    private static final int MOST_BYTES = 1 << 20;

    private final InputStream in;
    private final ObjectMapper json;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long number;
    private boolean tooLong;

    public NdjsonLines(InputStream in, ObjectMapper json) {
        this.in = in;
        this.json = json;
    }

    @Override
    public Optional<ProductLine> next() throws IOException {
        while (readLine()) {
            number++;
            byte[] text = withoutMark(line.toByteArray());
            if (tooLong) {
                return Optional.of(failed("line_too_long", "a line may have " + MOST_BYTES + " bytes"));
            }
            if (!isBlank(text)) {
                return Optional.of(parse(text));
            }
        }
        return Optional.empty();
    }

    private ProductLine parse(byte[] text) throws IOException {
        try {
            ProductRequest request = json.readValue(text, ProductRequest.class);
            return request == null
                    ? failed("not_an_object", "a line must be a JSON object")
                    : ProductLine.read(number, request, text.length);
        } catch (JsonProcessingException unreadable) {
            return ProductLine.failed(number, null, BodyFaults.of(unreadable));
        }
    }

    private ProductLine failed(String code, String detail) {
        return ProductLine.failed(
                number,
                null,
                new ProblemException(
                        CommonProblem.MALFORMED_REQUEST,
                        detail,
                        java.util.List.of(new dev.quayside.kit.problem.Problem.FieldError("", code, detail))));
    }

    /** Fills {@link #line}, without its line feed; false at the end. A line that is too long is read to its end, but not kept. */
    private boolean readLine() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int end = lineFeed();
            keep(position, end);
            position = Math.min(end + 1, filled);
            if (end < filled) {
                return true;
            }
        }
        return any;
    }

    private void keep(int from, int to) {
        if (line.size() + to - from > MOST_BYTES) {
            tooLong = true;
            line.reset();
        } else if (!tooLong) {
            line.write(buffer, from, to - from);
        }
    }

    private int lineFeed() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private byte[] withoutMark(byte[] text) {
        boolean marked = number == 1
                && text.length >= 3
                && text[0] == (byte) 0xEF
                && text[1] == (byte) 0xBB
                && text[2] == (byte) 0xBF;
        return marked ? java.util.Arrays.copyOfRange(text, 3, text.length) : text;
    }

    private static boolean isBlank(byte[] text) {
        for (byte b : text) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
