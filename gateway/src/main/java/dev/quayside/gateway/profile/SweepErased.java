package dev.quayside.gateway.profile;

import dev.quayside.gateway.people.People;
import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Erases once more what the last access tokens of a deleted account have made at the services. */
@ApplicationScoped
class SweepErased implements DurableStep {
    static final String NAME = "sweep-erased-customer";

    private final People people;

    SweepErased(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID customer) {
        return people.erase(customer) ? Outcome.DONE : Outcome.again(EraseCustomer.WHILE_IN_PROGRESS);
    }
}
