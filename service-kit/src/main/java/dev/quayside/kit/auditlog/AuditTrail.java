package dev.quayside.kit.auditlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.kit.request.RequestId;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records what staff and scripts change. Each write below {@code /v1/admin} calls it in the transaction of its change; one that does not
 * is found by {@link UnrecordedWrites}.
 */
@ApplicationScoped
public class AuditTrail {
    private final AuditSink sink;
    private final Origin origin;
    private final AuditedRequest request;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(AuditSink sink, Origin origin, AuditedRequest request, ObjectMapper json, Clock clock) {
        this.sink = sink;
        this.origin = origin;
        this.request = request;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records a change that the caller of this request asked for. Two states that are the same record nothing.
     *
     * @param action what was done, such as {@code product.updated}
     * @param before the thing as the admin API showed it; null when it is new
     * @param after as the admin API shows it now; null when it is gone
     */
    @Transactional(TxType.MANDATORY)
    public void record(String action, Subject subject, @Nullable Object before, @Nullable Object after) {
        recordBy(origin.actor(), action, subject, before, after);
    }

    /** Records a change that somebody else is answerable for than the caller of this request, or that no request asked for. */
    @Transactional(TxType.MANDATORY)
    public void recordBy(Actor actor, String action, Subject subject, @Nullable Object before, @Nullable Object after) {
        checked(action);
        nothingNew();
        Changes changes = Changes.between(tree(before), tree(after));
        if (!changes.isNone()) {
            sink.take(entry(actor, action, subject, changes.keepable()));
        }
    }

    /** Records many changes that were made together, as {@link #record} does each; a null actor is the caller of this request. */
    @Transactional(TxType.MANDATORY)
    public void recordAll(@Nullable Actor by, List<AuditedChange> made) {
        nothingNew();
        Actor actor = by == null ? origin.actor() : by;
        List<AuditEntry> entries = new ArrayList<>();
        for (AuditedChange change : made) {
            Changes changes = Changes.between(tree(change.before()), tree(change.after()));
            if (!changes.isNone()) {
                entries.add(entry(actor, checked(change.action()), change.subject(), changes.keepable()));
            }
        }
        if (!entries.isEmpty()) {
            sink.takeAll(entries);
        }
    }

    /** Who makes this request, for a change that is made later on that caller's behalf. */
    public Actor caller() {
        return origin.actor();
    }

    /** This request only repeats, or joins, one that was recorded. */
    public void nothingNew() {
        if (origin.isRequest()) {
            request.account();
        }
    }

    private static String checked(String action) {
        if (!action.matches(AuditEntry.ACTION)) {
            throw new IllegalArgumentException(action + " is not an action such as product.updated");
        }
        return action;
    }

    private AuditEntry entry(Actor actor, String action, Subject subject, Changes changes) {
        return new AuditEntry(
                Ids.next(),
                clock.instant(),
                actor,
                action,
                subject,
                changes.before(),
                changes.after(),
                changes.omitted(),
                RequestId.current(),
                origin.address());
    }

    /** As it is on the wire, to the letter. */
    private @Nullable ObjectNode tree(@Nullable Object view) {
        if (view == null) {
            return null;
        }
        try {
            if (json.readTree(json.writeValueAsBytes(view)) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        } catch (IOException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
        throw new IllegalArgumentException(view.getClass() + " is not an object on the wire");
    }
}
