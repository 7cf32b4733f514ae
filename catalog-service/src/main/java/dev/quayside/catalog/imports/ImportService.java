package dev.quayside.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.DurableSteps;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What staff and scripts do with imports. */
@ApplicationScoped
class ImportService {
    /** Of imports that have not ended; each may keep a whole file in the database. */
    private static final int MOST_OPEN = 20;

    private final ImportRepository imports;
    private final ImportFiles files;
    private final DurableSteps steps;
    private final OnceInTransaction once;
    private final AuditTrail trail;
    private final ObjectMapper json;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            ImportFiles files,
            DurableSteps steps,
            OnceInTransaction once,
            AuditTrail trail,
            ObjectMapper json,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.steps = steps;
        this.once = once;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes a file in and has it imported, once for a key; the answer tells of the import, whose work goes on.
     *
     * @param key makes the key of a file's digest; null if none was sent
     */
    StoredAnswer receive(
            ImportKind kind, InputStream file, ImportSettings settings, @Nullable Function<String, IdempotencyKey> key)
            throws IOException {
        UUID id = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> insert(id, kind, settings));
        boolean kept = false;
        try {
            MessageDigest digest = sha256();
            long size = files.write(id, new DigestInputStream(file, digest));
            if (size == 0) {
                throw new ProblemException(CommonProblem.MALFORMED_REQUEST, "send a file as the body");
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            StoredAnswer answer = key == null
                    ? Contended.transaction(() -> received(kind, id, size))
                    : Contended.again(() -> once.run(key.apply(sha256), () -> received(kind, id, size)));
            kept = !answer.replayed();
            return answer;
        } finally {
            if (!kept) {
                QuarkusTransaction.requiringNew().run(() -> imports.delete(id));
            }
        }
    }

    private void insert(UUID id, ImportKind kind, ImportSettings settings) {
        if (imports.open() >= MOST_OPEN) {
            throw new ProblemException(
                    CatalogProblem.TOO_MANY_IMPORTS, MOST_OPEN + " imports have not ended; cancel one, or wait");
        }
        imports.insert(id, kind, settings, trail.caller(), now());
    }

    private StoredAnswer received(ImportKind kind, UUID id, long size) {
        imports.received(id, size, now());
        Object view = kind.view(find(kind, id));
        trail.record(kind.subject() + ".created", subject(kind, id), null, view);
        steps.schedule(kind.step(), id);
        return answer(202, view);
    }

    /** A page of imports of a kind. */
    @Transactional
    public Page<Object> list(ImportKind kind, UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ImportRepository.ALLOWED);
        checkStatus(query.filters().get("status"));
        Page<FileImport> page = imports.list(kind, query, uri);
        return new Page<>(page.data().stream().map(kind::view).toList(), page.page());
    }

    /** One import of a kind; 404 {@code import_not_found}. */
    @Transactional
    public FileImport find(ImportKind kind, UUID id) {
        return imports.find(id)
                .filter(one -> one.kind() == kind)
                .filter(one -> one.status() != ImportStatus.RECEIVING || one.size() > 0)
                .orElseThrow(() -> notFound(id));
    }

    /** Brings an import into another status; one that it is in already is no change, and one that it cannot reach a 409. */
    Object become(ImportKind kind, UUID id, ImportStatus next, String action) {
        return Contended.transaction(() -> {
            FileImport one =
                    imports.lock(id).filter(found -> found.kind() == kind).orElseThrow(() -> notFound(id));
            boolean there =
                    one.status() == next || (next == ImportStatus.QUEUED && one.status() == ImportStatus.RUNNING);
            if (!there && !one.status().canBecome(next)) {
                throw new ProblemException(
                                CatalogProblem.IMPORT_STATE,
                                "import " + id + " is " + one.status().text())
                        .with("importStatus", one.status());
            }
            return kind.view(there ? unchanged(one) : changed(one, next, action));
        });
    }

    private FileImport unchanged(FileImport one) {
        trail.nothingNew();
        return one;
    }

    private FileImport changed(FileImport one, ImportStatus next, String action) {
        ImportKind kind = one.kind();
        imports.become(one.id(), next, now());
        if (next == ImportStatus.CANCELLED) {
            files.delete(one.id());
        }
        if (next == ImportStatus.QUEUED) {
            // The step of an earlier version may be running still, and see the import as it was.
            steps.schedule(kind.step(), one.id(), String.valueOf(one.version() + 1), clock.instant());
        }
        FileImport after = find(kind, one.id());
        trail.record(kind.subject() + "." + action, subject(kind, one.id()), kind.view(one), kind.view(after));
        return after;
    }

    private static void checkStatus(@Nullable String statuses) {
        if (statuses != null && !Arrays.stream(statuses.split(",", -1)).allMatch(ImportStatus::isKnown)) {
            throw new ProblemException(
                    CommonProblem.INVALID_PARAMETER, "status: must be a status, or several joined by commas");
        }
    }

    private StoredAnswer answer(int status, Object view) {
        try {
            return StoredAnswer.first(status, json.writeValueAsString(new Data<>(view)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import can always be written", e);
        }
    }

    private static Subject subject(ImportKind kind, UUID id) {
        return Subject.of(kind.subject(), id);
    }

    private Instant now() {
        return clock.instant();
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(CatalogProblem.IMPORT_NOT_FOUND, "no import has the id " + id);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
