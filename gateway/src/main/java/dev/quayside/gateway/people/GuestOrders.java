package dev.quayside.gateway.people;

import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Has a customer given what was ordered as a guest with an address that is verified now. */
@ApplicationScoped
public class GuestOrders {
    private final DurableSteps steps;
    private final Clock clock;

    GuestOrders(DurableSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    /** In the transaction that verifies the address. One that runs for an earlier address cannot swallow this one. */
    @Transactional(TxType.MANDATORY)
    public void joinLater(UUID customer) {
        Instant now = clock.instant();
        steps.schedule(JoinGuestOrders.NAME, customer, now.toString(), now);
    }
}
