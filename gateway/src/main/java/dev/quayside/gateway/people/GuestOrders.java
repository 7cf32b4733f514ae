package dev.quayside.gateway.people;

import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has a customer given what was ordered as a guest with an address that is verified now. */
@ApplicationScoped
public class GuestOrders {
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration endedEverywhere;

    GuestOrders(
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.sign-ins.ended-everywhere") Duration endedEverywhere) {
        this.steps = steps;
        this.clock = clock;
        this.endedEverywhere = endedEverywhere;
    }

    /**
     * In the transaction that verifies the address. One that runs for an earlier address cannot swallow this one. It waits until whoever
     * waited in the account for what others have ordered, and lost it in the same transaction, is refused by every instance.
     */
    @Transactional(TxType.MANDATORY)
    public void joinLater(UUID customer) {
        Instant now = clock.instant();
        steps.schedule(JoinGuestOrders.NAME, customer, now.toString(), now.plus(endedEverywhere));
    }
}
