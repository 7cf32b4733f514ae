package dev.quayside.catalog.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.DatabaseFaults;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Answers a stream of products with the stream of their results. Its status is sent before they are known, so the last line tells how it ended. */
@ApplicationScoped
class BulkAnswer {
    private static final Logger LOG = Logger.getLogger(BulkAnswer.class);

    /** Each of them keeps a connection to the database busy. */
    private static final int MOST_AT_ONCE = 4;

    private final BulkRuns runs;
    private final ObjectMapper json;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    BulkAnswer(BulkRuns runs, ObjectMapper json) {
        this.runs = runs;
        this.json = json;
    }

    /** Takes a place, of which there are few, until the exchange has ended: 503 {@code busy}. */
    void begin(RoutingContext exchange) {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                            CommonProblem.BUSY, MOST_AT_ONCE + " streams are being written; send it again later")
                    .withHeader("Retry-After", "5");
        }
        exchange.addEndHandler(ended -> places.release());
    }

    /**
     * Reads all of the lines and writes a result for each.
     *
     * @param full whether the caller has results to read before it can be sent more
     */
    void stream(InputStream lines, OutputStream caller, BooleanSupplier full, boolean abort) throws IOException {
        try (ResultStream results = new ResultStream(caller, full)) {
            Summary summary = write(lines, results, abort);
            // A caller that sends everything before it reads must be able to, also when nothing more of it is wanted.
            lines.transferTo(OutputStream.nullOutputStream());
            results.write(ndjson(List.of(new Summary.Line(summary))));
            results.finish();
        }
    }

    private Summary write(InputStream lines, ResultStream results, boolean abort) throws IOException {
        Summary summary = Summary.NONE;
        try {
            BulkRun run = runs.of(new NdjsonLines(lines, json), abort, false, null);
            List<LineResult> batch = run.next(noted -> {});
            while (!batch.isEmpty()) {
                results.write(ndjson(batch));
                summary = summary.plus(batch);
                batch = run.next(noted -> {});
            }
            return run.isAborted() ? summary.brokenOff("aborted", "the last line with a result has failed") : summary;
        } catch (ProblemException stopped) {
            return summary.brokenOff(stopped.code().code(), stopped.getMessage());
        } catch (RuntimeException fault) {
            boolean passes = DatabaseFaults.isUnavailable(fault);
            LOG.error("a stream of products has broken off", fault);
            return summary.brokenOff(
                    (passes ? CommonProblem.BUSY : CommonProblem.INTERNAL_ERROR).code(), "send the whole stream again");
        }
    }

    private byte[] ndjson(List<?> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SequenceWriter writer = json.writer().withRootValueSeparator("\n").writeValues(bytes)) {
            writer.writeAll(lines);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }
}
