package dev.quayside.gateway.people;

import dev.quayside.gateway.customer.Accounts;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives a customer the guest orders of the account's address, which is verified. */
@ApplicationScoped
class JoinGuestOrders implements DurableStep {
    static final String NAME = "join-guest-orders";

    private final Accounts accounts;
    private final People people;

    JoinGuestOrders(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID customer) {
        accounts.find(customer)
                .filter(CustomerView::emailVerified)
                .ifPresent(found -> people.join(customer, found.email()));
        return Outcome.DONE;
    }
}
