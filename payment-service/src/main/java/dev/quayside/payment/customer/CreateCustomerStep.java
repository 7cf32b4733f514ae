package dev.quayside.payment.customer;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.operation.Paces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Goes on with the making of a customer's object whose outcome is not known, until it is. */
@ApplicationScoped
class CreateCustomerStep implements DurableStep {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final CustomerCall call;
    private final Operations operations;
    private final Paces paces;

    CreateCustomerStep(CustomerCall call, Operations operations, Paces paces) {
        this.call = call;
        this.operations = operations;
        this.paces = paces;
    }

    @Override
    public String name() {
        return Customers.STEP;
    }

    @Override
    public Outcome run(UUID customerId) {
        if (call.attempt(customerId, Patience.WORKER).isPresent()) {
            return Outcome.DONE;
        }
        Optional<OperationView> left = operations.unsettled(customerId, OperationKind.CREATE_CUSTOMER);
        return left.isEmpty()
                ? Outcome.DONE
                : Outcome.again(paces.after(left.get().createdAt(), LONGEST));
    }
}
