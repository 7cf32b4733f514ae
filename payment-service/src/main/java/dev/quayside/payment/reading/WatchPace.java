package dev.quayside.payment.reading;

import dev.quayside.payment.operation.Pace;
import dev.quayside.payment.payment.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When a watched payment is read again. What can be paid may change at any moment; a grant that can be captured changes seldom, but soon
 * after it has ended Stripe lets go of it.
 */
@ApplicationScoped
class WatchPace {
    private final Clock clock;
    private final Duration first;
    private final Pace open;
    private final Pace authorized;

    WatchPace(
            Clock clock,
            @ConfigProperty(name = "quayside.payment.watch-first") Duration first,
            @ConfigProperty(name = "quayside.payment.watch-longest") Duration longest,
            @ConfigProperty(name = "quayside.payment.authorized-watch") Duration authorizedLongest) {
        this.clock = clock;
        this.first = first;
        // As long again as it has been watched: 10 s, 20 s, 40 s, up to the longest.
        this.open = new Pace(first, longest, 1);
        this.authorized = new Pace(first, authorizedLongest, 1);
    }

    /** How long a payment waits that has been watched since then. */
    Duration next(Instant since, Grant grant) {
        Instant ends = grant.captureBefore();
        if (ends == null) {
            return open.after(since, clock);
        }
        if (grant.hasEnded(clock.instant())) {
            return open.after(ends, clock);
        }
        Duration left = Duration.between(clock.instant(), ends).plus(first);
        Duration usual = authorized.after(since, clock);
        return usual.compareTo(left) < 0 ? usual : left;
    }
}
