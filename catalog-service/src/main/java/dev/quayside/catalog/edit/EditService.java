package dev.quayside.catalog.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.edit.EditResults.Kept;
import dev.quayside.catalog.product.ProductEdits;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff and scripts do with edits. */
@ApplicationScoped
class EditService {
    private static final int MOST_OPEN = 100;

    private final EditRepository edits;
    private final EditResults results;
    private final ProductEdits products;
    private final DurableSteps steps;
    private final OnceInTransaction once;
    private final AuditTrail trail;
    private final ObjectMapper json;
    private final Clock clock;

    EditService(
            EditRepository edits,
            EditResults results,
            ProductEdits products,
            DurableSteps steps,
            OnceInTransaction once,
            AuditTrail trail,
            ObjectMapper json,
            Clock clock) {
        this.edits = edits;
        this.results = results;
        this.products = products;
        this.steps = steps;
        this.once = once;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** Takes an edit, whose work goes on by itself, once for a key. */
    StoredAnswer create(EditRequest request, IdempotencyKey key) {
        EditRules.check(request);
        checkFilter(request.filter());
        return Contended.again(() -> once.run(key, () -> created(request)));
    }

    private StoredAnswer created(EditRequest request) {
        if (edits.open() >= MOST_OPEN) {
            throw new ProblemException(
                            CatalogProblem.TOO_MANY_EDITS, MOST_OPEN + " edits have not ended; cancel one, or wait")
                    .withHeader("Retry-After", "10");
        }
        LabelChange categories = request.edit().categories();
        if (categories != null) {
            requireCategories(products.unknownCategories(categories.brought()));
        }
        UUID id = Ids.next();
        edits.insert(id, request, trail.caller(), now());
        EditView view = view(id);
        trail.record("product_edit.created", subject(id), null, view);
        steps.schedule(RunEditStep.NAME, id);
        return answer(view);
    }

    /** A page of edits. */
    @Transactional
    Page<EditView> list(UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, EditRepository.ALLOWED);
        checkStatus(query.filters().get("status"));
        Page<BulkEdit> page = edits.list(query, uri);
        return new Page<>(page.data().stream().map(BulkEdit::view).toList(), page.page());
    }

    /** One edit; 404 {@code edit_not_found}. */
    @Transactional
    EditView view(UUID id) {
        return edits.find(id).orElseThrow(() -> notFound(id)).view();
    }

    /** A page of the products that failed, or that a trial would change. */
    @Transactional
    Page<Kept> results(UUID id, UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, EditResults.ALLOWED);
        String result = query.filters().get("result");
        if (result != null && !Set.of(EditResult.UPDATED, EditResult.FAILED).contains(result)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "result: must be updated or failed");
        }
        view(id);
        return results.list(id, query, uri);
    }

    /** Brings an edit into another status; one that it is in already is no change, and one that it cannot reach a 409. */
    EditView become(UUID id, EditStatus next, String action) {
        return Contended.transaction(() -> {
            BulkEdit one = edits.lock(id).orElseThrow(() -> notFound(id));
            boolean there = one.status() == next || (next == EditStatus.QUEUED && one.status() == EditStatus.RUNNING);
            if (!there && !one.status().canBecome(next)) {
                throw new ProblemException(
                                CatalogProblem.EDIT_STATE,
                                "edit " + id + " is " + one.status().text())
                        .with("editStatus", one.status());
            }
            return there ? unchanged(one) : changed(one, next, action);
        });
    }

    private EditView unchanged(BulkEdit one) {
        trail.nothingNew();
        return one.view();
    }

    private EditView changed(BulkEdit one, EditStatus next, String action) {
        edits.become(one.id(), next, now());
        if (next == EditStatus.QUEUED) {
            // The step of an earlier version may be running still, and see the edit as it was.
            steps.schedule(RunEditStep.NAME, one.id(), String.valueOf(one.version() + 1), clock.instant());
        }
        EditView after = view(one.id());
        trail.record(action, subject(one.id()), one.view(), after);
        return after;
    }

    /** In a body what is not valid is a 422, and not the 400 of a list. */
    private void checkFilter(EditFilter filter) {
        try {
            products.check(filter.at(now()));
        } catch (ProblemException invalid) {
            String[] words = String.valueOf(invalid.getMessage()).split(": ", 2);
            throw ProblemException.invalidField("filter." + words[0], "invalid_filter", words[words.length - 1]);
        }
    }

    private static void requireCategories(Set<String> unknown) {
        if (!unknown.isEmpty()) {
            throw ProblemException.invalidField(
                    "edit.categories",
                    "unknown_category",
                    "must name categories; there is no " + String.join(", ", unknown));
        }
    }

    private static void checkStatus(@Nullable String statuses) {
        if (statuses != null && !Arrays.stream(statuses.split(",", -1)).allMatch(EditStatus::isKnown)) {
            throw new ProblemException(
                    CommonProblem.INVALID_PARAMETER, "status: must be a status, or several joined by commas");
        }
    }

    private StoredAnswer answer(EditView view) {
        try {
            return StoredAnswer.first(202, json.writeValueAsString(new Data<>(view)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an edit can always be written", e);
        }
    }

    private static Subject subject(UUID id) {
        return Subject.of("product_edit", id);
    }

    private Instant now() {
        return clock.instant();
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(CatalogProblem.EDIT_NOT_FOUND, "no edit has the id " + id);
    }
}
