package dev.quayside.payment.webhook;

import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The events that Stripe delivered. The row and the step that works on it are committed together, before Stripe gets its answer. */
@ApplicationScoped
public class Inbox {
    static final String STEP = "apply-stripe-event";

    private final StripeEventRepository events;
    private final DurableSteps steps;
    private final Clock clock;

    Inbox(StripeEventRepository events, DurableSteps steps, Clock clock) {
        this.events = events;
        this.steps = steps;
        this.clock = clock;
    }

    /** Stores an event and schedules its work. False when it had been delivered before. */
    @Transactional
    boolean store(ReceivedEvent event) {
        UUID id = Ids.next();
        boolean first = events.insert(event, id, clock.instant());
        if (first) {
            steps.schedule(STEP, id);
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

    /** Marks events as worked on, in the caller's transaction if there is one. */
    @Transactional
    void done(List<String> eventIds, EventResult result) {
        events.done(eventIds, result, clock.instant());
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
