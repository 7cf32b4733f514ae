package dev.quayside.payment.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.listing.Conditions;
import dev.quayside.payment.mismatch.MismatchView;
import dev.quayside.payment.mismatch.Mismatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Runs as staff start and see them. */
@ApplicationScoped
public class Reconciliations {
    private static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("-startedAt", "startedAt"), Set.of("status"));
    private static final String TIME = "startedAt";

    private final RunRepository repository;
    private final Runs runs;
    private final Mismatches mismatches;
    private final OnceInTransaction once;
    private final AuditTrail trail;
    private final ObjectMapper json;
    private final Clock clock;
    private final Duration reach;

    Reconciliations(
            RunRepository repository,
            Runs runs,
            Mismatches mismatches,
            OnceInTransaction once,
            AuditTrail trail,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quayside.reconciliation.reach") Duration reach) {
        this.repository = repository;
        this.runs = runs;
        this.mismatches = mismatches;
        this.once = once;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
        this.reach = reach;
    }

    /** Starts a run, once for the key. 409 {@code reconciliation_running}; 422 for a window that cannot be. */
    StoredAnswer start(IdempotencyKey key, @Nullable StartRequest request) {
        Window window = Windows.of(request, reach, clock.instant());
        return once.run(key, () -> {
            UUID id = runs.start(Trigger.MANUAL, window);
            RunView started = view(id);
            trail.record("reconciliation.started", Subject.of("reconciliation", id), null, started);
            return StoredAnswer.first(202, write(started));
        });
    }

    /** One page of runs, by the time when they were started. A query that is not allowed is a 400 {@code invalid_parameter}. */
    @Transactional
    public Page<RunView> page(UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ALLOWED);
        Conditions conditions = new Conditions();
        query.filters()
                .forEach((name, value) ->
                        conditions.and("status in :status", name, Conditions.anyOf(name, value, RunStatus.values())));
        long total = query.number() == null ? 0 : repository.count(conditions.where(), conditions.parameters());
        conditions.after(TIME, query);
        List<Run> rows = repository
                .find(conditions.sorted(TIME, query), conditions.parameters())
                .range(query.offset(), query.offset() + query.limit())
                .list();
        Page<Run> page = query.page(
                rows, total, row -> new Cursor(query.sort(), row.startedAt().toString(), row.id()), uri);
        return new Page<>(page.data().stream().map(this::view).toList(), page.page());
    }

    /** One run; 404 {@code reconciliation_not_found}. */
    @Transactional
    public RunView view(UUID id) {
        return view(repository.findByIdOptional(id).orElseThrow(() -> notFound(id)));
    }

    /** What a run has found; 404 {@code reconciliation_not_found}. */
    @Transactional
    public Page<MismatchView> mismatches(UUID id, UriInfo uri) {
        if (repository.findByIdOptional(id).isEmpty()) {
            throw notFound(id);
        }
        return mismatches.page(id, uri);
    }

    private RunView view(Run run) {
        return run.view(mismatches.counts(run.id()));
    }

    private String write(RunView run) {
        try {
            return json.writeValueAsString(new Data<>(run));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run can always be written", e);
        }
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(PaymentProblem.RECONCILIATION_NOT_FOUND, "no reconciliation has the id " + id);
    }
}
