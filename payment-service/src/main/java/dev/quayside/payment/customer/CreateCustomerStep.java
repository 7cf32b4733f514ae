package dev.quayside.payment.customer;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.operation.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Goes on with the making of a customer's object whose outcome is not known, until it is. */
@ApplicationScoped
class CreateCustomerStep implements DurableStep {
    private static final Pace PACE = new Pace(Duration.ofSeconds(2), Duration.ofMinutes(5), 4);

    private final CustomerCall call;
    private final Operations operations;
    private final Clock clock;

    CreateCustomerStep(CustomerCall call, Operations operations, Clock clock) {
        this.call = call;
        this.operations = operations;
        this.clock = clock;
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
                : Outcome.again(PACE.after(left.get().createdAt(), clock));
    }
}
