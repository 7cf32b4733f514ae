package dev.quayside.payment.webhook;

import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When an event is worked on. Stripe tells of one purchase in several events within a second or two, and one reading covers all that have
 * come: so the first leads to a reading at once, and those that follow soon share the next.
 *
 * <p>A plan of this process alone, and no more than that: each event keeps a step of its own, which runs if no reading has covered it. No
 * step waits longer than a pause and a half.
 */
@ApplicationScoped
class EventPace {
    private static final int MOST_PAYMENTS = 10_000;
    /** Comes when the payment is made, often moments before the news that somebody waits for. */
    private static final String MADE = "payment_intent.created";

    private final Duration pause;
    private final ConcurrentMap<String, Plan> plans;

    EventPace(@ConfigProperty(name = "quayside.payment.event-pause") Duration pause) {
        this.pause = pause;
        this.plans = Caffeine.newBuilder()
                .maximumSize(MOST_PAYMENTS)
                .expireAfterWrite(pause.multipliedBy(2))
                .<String, Plan>build()
                .asMap();
    }

    /** When the step of an event is to run that is received now. */
    Instant next(ReceivedEvent event, Instant now) {
        String intent = event.intentId();
        return intent == null || event.type().equals(MADE)
                ? now
                : plans.merge(intent, new Plan(now, now), (last, unused) -> last.next(now, pause))
                        .step();
    }

    /**
     * What is planned for a payment.
     *
     * @param reading when it is read, or was last
     * @param step when the step of the event runs that came last
     */
    private record Plan(Instant reading, Instant step) {
        Plan next(Instant now, Duration pause) {
            if (reading.isAfter(now)) {
                // That reading covers this event; its own step is for when it fails, or was taken back by another that
                // came before.
                return new Plan(reading, reading.plus(pause.dividedBy(2)));
            }
            Instant soonest = reading.plus(pause);
            return soonest.isAfter(now) ? new Plan(soonest, soonest) : new Plan(now, now);
        }
    }
}
