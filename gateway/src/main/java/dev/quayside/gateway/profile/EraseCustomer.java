package dev.quayside.gateway.profile;

import dev.quayside.gateway.customer.AccountChanges;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.people.People;
import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Erases the person of a closed account: first at the services, then here. */
@ApplicationScoped
class EraseCustomer implements DurableStep {
    static final String NAME = "erase-customer";
    static final Duration WHILE_IN_PROGRESS = Duration.ofMinutes(1);

    private final AccountChanges accounts;
    private final People people;
    private final Closing closing;

    EraseCustomer(AccountChanges accounts, People people, Closing closing) {
        this.accounts = accounts;
        this.people = people;
        this.closing = closing;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID id) {
        Optional<CustomerView> closed = accounts.findClosed(id);
        // What the person ordered as a guest with an address that is certainly theirs is to be erased too.
        closed.filter(CustomerView::emailVerified).ifPresent(customer -> people.join(id, customer.email()));
        if (closed.isPresent() && !people.erase(id)) {
            return Outcome.again(WHILE_IN_PROGRESS);
        }
        closed.ifPresent(closing::finish);
        return Outcome.DONE;
    }
}
