package dev.quayside.payment.mismatch;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.comparison.Code;
import dev.quayside.payment.comparison.Finding;
import dev.quayside.payment.comparison.Sides;
import dev.quayside.payment.gateway.Metadata;
import dev.quayside.payment.listing.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what was found. */
@ApplicationScoped
public class Mismatches {
    private static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("-foundAt", "foundAt"), Set.of("code", "status", "orderId"));
    private static final String TIME = "foundAt";

    private final MismatchRepository mismatches;
    private final SidesJson json;
    private final Clock clock;

    Mismatches(MismatchRepository mismatches, SidesJson json, Clock clock) {
        this.mismatches = mismatches;
        this.json = json;
        this.clock = clock;
    }

    /** Stores what a run has found, in the caller's transaction; true unless the run has found it before. */
    @Transactional(TxType.MANDATORY)
    public boolean add(UUID runId, Finding finding, Sides sides) {
        return add(runId, finding, json.of(finding, sides));
    }

    /** Stores what is wrong with a sku. */
    @Transactional(TxType.MANDATORY)
    public boolean addStock(UUID runId, Finding finding) {
        return add(runId, finding, json.ofStock(finding.subject(), finding.summary()));
    }

    /** A run's mismatches, the latest first. A query that is not allowed is a 400 {@code invalid_parameter}. */
    @Transactional
    public Page<MismatchView> page(UUID runId, UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ALLOWED);
        Conditions conditions = new Conditions();
        conditions.and("runId = :run", "run", runId);
        query.filters().forEach((name, value) -> filter(conditions, name, value));
        long total = query.number() == null ? 0 : mismatches.count(conditions.where(), conditions.parameters());
        conditions.after(TIME, query);
        List<Mismatch> rows = mismatches
                .find(conditions.sorted(TIME, query), conditions.parameters())
                .range(query.offset(), query.offset() + query.limit())
                .list();
        Page<Mismatch> page = query.page(
                rows, total, row -> new Cursor(query.sort(), row.foundAt().toString(), row.id()), uri);
        return new Page<>(page.data().stream().map(Mismatch::view).toList(), page.page());
    }

    /** One mismatch; 404 {@code mismatch_not_found}. */
    @Transactional
    public MismatchView get(UUID id) {
        return mismatches.findByIdOptional(id).map(Mismatch::view).orElseThrow(() -> notFound(id));
    }

    @Transactional
    public MismatchCounts counts(UUID runId) {
        long found = mismatches.count("runId", runId);
        long repaired = mismatches.count("runId = ?1 and status = ?2", runId, MismatchStatus.REPAIRED);
        return new MismatchCounts(found, found - repaired, repaired);
    }

    @Transactional
    long unsolved() {
        return mismatches.unsolved();
    }

    /** What other runs have found and nobody has repaired or repairs, by id, from the one behind {@code after}. */
    @Transactional
    Map<UUID, Finding> unsolvedOfOthers(UUID runId, @Nullable UUID after, int limit) {
        Map<UUID, Finding> found = new LinkedHashMap<>();
        mismatches
                .find(
                        "runId <> ?1 and id > ?2 and status not in ?3 order by id",
                        runId,
                        after == null ? new UUID(0, 0) : after,
                        List.of(MismatchStatus.REPAIRED, MismatchStatus.REPAIRING))
                .page(0, limit)
                .stream()
                .forEach(mismatch -> found.put(mismatch.id(), mismatch.finding()));
        return found;
    }

    static ProblemException notFound(UUID id) {
        return new ProblemException(PaymentProblem.MISMATCH_NOT_FOUND, "no mismatch has the id " + id);
    }

    private boolean add(UUID runId, Finding finding, String sides) {
        if (mismatches.has(runId, finding)) {
            return false;
        }
        mismatches.persist(new Mismatch(runId, finding, sides, clock.instant()));
        return true;
    }

    private static void filter(Conditions conditions, String name, String value) {
        switch (name) {
            case "code" -> conditions.and("code in :code", name, Conditions.anyOf(name, value, Code.values()));
            case "status" ->
                conditions.and("status in :status", name, Conditions.anyOf(name, value, MismatchStatus.values()));
            default ->
                conditions.and(
                        "orderId = :orderId",
                        name,
                        Metadata.id(value).orElseThrow(() -> Conditions.invalid(name, "an order's id")));
        }
    }
}
