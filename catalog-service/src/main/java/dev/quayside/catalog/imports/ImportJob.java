package dev.quayside.catalog.imports;

import dev.quayside.catalog.Contended;
import dev.quayside.catalog.bulk.LineResult;
import dev.quayside.catalog.bulk.LineRun;
import dev.quayside.catalog.imports.FileImport.Progress;
import dev.quayside.catalog.imports.ImportFiles.Pieces;
import dev.quayside.catalog.sheet.Encodings;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes an import from where it stands to its end, or until it is told to stop. */
@ApplicationScoped
class ImportJob {
    /** The batch that was about to be committed must not be: the import was paused or cancelled, or another instance is ahead. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }

    private final ImportRepository imports;
    private final ImportFiles files;
    private final ImportFindings findings;
    private final ImportRuns runs;
    private final Clock clock;
    private volatile boolean shuttingDown;

    ImportJob(ImportRepository imports, ImportFiles files, ImportFindings findings, ImportRuns runs, Clock clock) {
        this.imports = imports;
        this.files = files;
        this.findings = findings;
        this.runs = runs;
        this.clock = clock;
    }

    /** Before the steps are waited for. */
    void stop(@Observes @Priority(1) ShutdownEvent stopping) {
        shuttingDown = true;
    }

    /** Goes on with an import; false if it has to be gone on with later. */
    boolean run(UUID id) throws IOException {
        Optional<FileImport> begun = QuarkusTransaction.requiringNew().call(() -> begin(id));
        if (begun.isEmpty()) {
            return true;
        }
        try {
            return write(withEncoding(begun.get()));
        } catch (Stopped elsewhere) {
            return true;
        } catch (ProblemException problem) {
            if (problem.code().status() >= 500) {
                throw problem;
            }
            end(id, ImportStatus.FAILED, problem.code().code(), String.valueOf(problem.getMessage()));
            return true;
        }
    }

    private Optional<FileImport> begin(UUID id) {
        Optional<FileImport> found = imports.lock(id);
        boolean queued =
                found.filter(one -> one.status() == ImportStatus.QUEUED).isPresent();
        if (queued) {
            imports.become(id, ImportStatus.RUNNING, now());
        }
        return found.filter(one -> queued || one.status() == ImportStatus.RUNNING);
    }

    private FileImport withEncoding(FileImport begun) throws IOException {
        if (begun.settings().file().encoding() != null) {
            return begun;
        }
        boolean utf8 = Encodings.isUtf8(files.read(begun.id()));
        String found = utf8 ? StandardCharsets.UTF_8.name() : Encodings.detect(files.read(begun.id()));
        QuarkusTransaction.requiringNew()
                .run(() -> imports.settle(begun.id(), begun.settings().withEncoding(found)));
        return QuarkusTransaction.requiringNew()
                .call(() -> imports.find(begun.id()))
                .orElseThrow(Stopped::new);
    }

    private boolean write(FileImport one) throws IOException {
        Pieces file = files.read(one.id());
        LineRun run = runs.of(one, file);
        run.skip(one.progress().products());
        while (!shuttingDown) {
            if (run.next(results -> note(one.id(), results, file.position())).isEmpty()) {
                end(one.id(), run);
                return true;
            }
        }
        return false;
    }

    /** In the transaction of the batch. */
    private void note(UUID id, List<LineResult> results, long bytesRead) {
        Progress done = new Progress(
                results.size(),
                results.get(results.size() - 1).line(),
                bytesRead,
                count(results, LineResult.Result.CREATED),
                count(results, LineResult.Result.UPDATED),
                count(results, LineResult.Result.UNCHANGED),
                count(results, LineResult.Result.FAILED),
                results.stream().mapToLong(LineResult::ignored).sum());
        if (!imports.advance(id, results.get(0).line(), done, now())) {
            throw new Stopped();
        }
        findings.write(id, results);
    }

    private void end(UUID id, LineRun run) {
        if (run.isAborted()) {
            end(id, ImportStatus.FAILED, "aborted", "a line has failed; what stands before it was written");
        } else {
            end(id, ImportStatus.COMPLETED, "", "");
        }
    }

    private void end(UUID id, ImportStatus status, String code, String detail) {
        Contended.transaction(() -> {
            if (imports.lock(id)
                    .filter(one -> one.status() == ImportStatus.RUNNING)
                    .isPresent()) {
                imports.become(id, status, now());
                if (!code.isEmpty()) {
                    imports.problem(id, new ImportView.Problem(code, detail));
                }
                files.delete(id);
            }
            return id;
        });
    }

    private static long count(List<LineResult> results, LineResult.Result result) {
        return results.stream().filter(line -> line.result() == result).count();
    }

    private Instant now() {
        return clock.instant();
    }
}
