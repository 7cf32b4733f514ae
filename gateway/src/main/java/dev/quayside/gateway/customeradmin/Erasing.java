package dev.quayside.gateway.customeradmin;

import dev.quayside.gateway.profile.Deletion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Erases customers as they can themselves. What other services are asked for is asked outside the transactions. */
@ApplicationScoped
class Erasing {
    private final CustomerAdmin customers;
    private final Deletion deletion;

    Erasing(CustomerAdmin customers, Deletion deletion) {
        this.customers = customers;
        this.deletion = deletion;
    }

    /** Closes the account at once, unless an order is on its way to being paid; {@code ifMatch} is checked when sent. */
    void erase(UUID id, @Nullable String ifMatch) {
        // A 404 before another service is asked.
        customers.get(id);
        deletion.requireNoneInProgress(id, "the customer's");
        customers.close(id, ifMatch);
    }
}
