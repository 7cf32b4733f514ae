package dev.quayside.order.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long who cancels, captures or refunds waits for the outcome. */
@ApplicationScoped
public class Patience {
    private final Duration duration;

    public Patience(@ConfigProperty(name = "quayside.order.patience") Duration duration) {
        this.duration = duration;
    }

    /** When somebody who begins to wait now has waited long enough. */
    public Deadline deadline() {
        return Deadline.in(duration);
    }
}
