package dev.quayside.payment.webhook;

import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.kit.step.StepBacklog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The events that Stripe delivered. The row and the step that works on it are committed together, before Stripe gets its answer. */
@ApplicationScoped
public class Inbox {
    static final String STEP = "apply-stripe-event";

    private final StripeEventRepository events;
    private final EventPace pace;
    private final DurableSteps steps;
    private final StepBacklog backlog;
    private final Event<WorkedEvent> worked;
    private final Clock clock;

    Inbox(
            StripeEventRepository events,
            EventPace pace,
            DurableSteps steps,
            StepBacklog backlog,
            Event<WorkedEvent> worked,
            Clock clock) {
        this.events = events;
        this.pace = pace;
        this.steps = steps;
        this.backlog = backlog;
        this.worked = worked;
        this.clock = clock;
    }

    /** Stores an event and schedules its work. False when it had been delivered before. */
    @Transactional
    boolean store(ReceivedEvent event) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        boolean first = events.insert(event, id, now);
        if (first) {
            steps.schedule(STEP, id, pace.next(event, now));
        }
        return first;
    }

    @Transactional
    Optional<StripeEvent> ofStep(UUID id) {
        return events.ofStep(id);
    }

    /** The events about a PaymentIntent that wait: a reading that begins now covers them all. */
    @Transactional
    List<String> waiting(String intentId) {
        return ids(events.waiting(intentId));
    }

    /**
     * Marks events as worked on and takes back their steps, in the caller's transaction if there is one; those that are marked already stay
     * as they are.
     */
    @Transactional
    void done(Collection<String> eventIds, EventResult result) {
        Instant now = clock.instant();
        List<StripeEvent> waiting = events.lockWaiting(eventIds);
        waiting.forEach(event -> {
            event.done(result, now);
            worked.fire(new WorkedEvent(event.topic(), result, Duration.between(event.receivedAt(), now)));
        });
        backlog.withdraw(STEP, waiting.stream().map(StripeEvent::id).toList());
    }

    /** Notes that working on an event has failed. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(String eventId, String why) {
        events.lockWaiting(List.of(eventId)).forEach(event -> event.failed(why));
    }

    /** Notes which payment an event leads to whose body does not name it. */
    @Transactional
    void isAbout(String eventId, String intentId) {
        events.locked(eventId).ifPresent(event -> event.isAbout(intentId));
    }

    /** Which of these are not stored. */
    @Transactional
    Set<String> lacking(Collection<String> eventIds) {
        Set<String> lacking = new LinkedHashSet<>(eventIds);
        events.among(eventIds).forEach(lacking::remove);
        return lacking;
    }

    /** When the event was received that has waited longest. */
    @Transactional
    Optional<Instant> oldestWaiting() {
        return events.oldestWaiting().map(StripeEvent::receivedAt);
    }

    /** How many events there are. */
    @Transactional
    public long stored() {
        return events.count();
    }

    /** Events that were received before a time and are not worked on yet, by id, oldest first. */
    @Transactional
    public List<String> waitingSince(Instant time, int most) {
        return ids(events.waitingSince(time, most));
    }

    private static List<String> ids(List<StripeEvent> events) {
        return events.stream().map(StripeEvent::eventId).toList();
    }
}
