package dev.quayside.payment.webhook;

import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.listing.Conditions;
import dev.quayside.payment.listing.StripeIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The inbox as staff look into it, and have an event worked on again. */
@ApplicationScoped
public class StripeEvents {
    private static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("-receivedAt", "receivedAt"), Set.of("status", "type"));
    private static final String TIME = "receivedAt";

    private final StripeEventRepository events;
    private final DurableSteps steps;
    private final AuditTrail trail;
    private final Clock clock;

    StripeEvents(StripeEventRepository events, DurableSteps steps, AuditTrail trail, Clock clock) {
        this.events = events;
        this.steps = steps;
        this.trail = trail;
        this.clock = clock;
    }

    /** One page, by the time when they were received. A query that is not allowed is a 400 {@code invalid_parameter}. */
    @Transactional
    public Page<StripeEventView> page(UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ALLOWED);
        Conditions conditions = new Conditions();
        query.filters().forEach((name, value) -> filter(conditions, name, value));
        long total = query.number() == null ? 0 : events.count(conditions.where(), conditions.parameters());
        conditions.after(TIME, query);
        List<StripeEvent> rows = events.find(conditions.sorted(TIME, query), conditions.parameters())
                .range(query.offset(), query.offset() + query.limit())
                .list();
        Page<StripeEvent> page = query.page(
                rows, total, row -> new Cursor(query.sort(), row.receivedAt().toString(), row.id()), uri);
        return new Page<>(page.data().stream().map(StripeEvent::view).toList(), page.page());
    }

    /** One event by Stripe's id; 404 {@code stripe_event_not_found}. */
    @Transactional
    public StripeEventView get(String eventId) {
        return Optional.of(eventId)
                .filter(StripeIds::isPossible)
                .flatMap(events::findByIdOptional)
                .map(StripeEvent::view)
                .orElseThrow(StripeEvents::notFound);
    }

    /**
     * Has an event worked on now that waits or has failed. 404 {@code stripe_event_not_found}; 409 {@code event_already_processed}.
     */
    @Transactional
    public StripeEventView replay(String eventId) {
        StripeEvent event = Optional.of(eventId)
                .filter(StripeIds::isPossible)
                .flatMap(events::locked)
                .orElseThrow(StripeEvents::notFound);
        if (event.isProcessed()) {
            throw new ProblemException(
                    PaymentProblem.EVENT_ALREADY_PROCESSED,
                    "event " + eventId + " is " + event.view().status().wire());
        }
        // Its own step goes on with it if this try fails; were it lost, this would bring it back.
        steps.schedule(Inbox.STEP, event.id());
        steps.schedule(ReplayEventStep.NAME, event.id(), "after-" + event.attempts(), clock.instant());
        trail.record("stripe_event.replayed", Subject.of("stripe_event", eventId), null, event.view());
        return event.view();
    }

    private static void filter(Conditions conditions, String name, String value) {
        if (name.equals("status")) {
            conditions.and(Conditions.anyOf(name, value, EventStatus.values()).stream()
                    .map(EventStatus::condition)
                    .collect(Collectors.joining(" or ", "(", ")")));
        } else {
            List<String> types = Arrays.stream(value.split(",", -1))
                    .map(type -> EventParser.type(type)
                            .orElseThrow(
                                    () -> Conditions.invalid(name, "one or more types such as charge.dispute.created")))
                    .toList();
            conditions.and("type in :types", "types", types);
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(PaymentProblem.STRIPE_EVENT_NOT_FOUND, "no event of this id was received");
    }
}
