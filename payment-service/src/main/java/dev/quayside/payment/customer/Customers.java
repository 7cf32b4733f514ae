package dev.quayside.payment.customer;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.gateway.NewCustomer;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationState;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What is stored of customers' objects at Stripe: the row with its operation, and which object is whose. */
@ApplicationScoped
public class Customers {
    static final String STEP = "create-customer";
    private static final Logger LOG = Logger.getLogger(Customers.class);

    private final StripeCustomerRepository customers;
    private final Operations operations;
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration resolveAfter;

    Customers(
            StripeCustomerRepository customers,
            Operations operations,
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.resolve-after") Duration resolveAfter) {
        this.customers = customers;
        this.operations = operations;
        this.steps = steps;
        this.clock = clock;
        this.resolveAfter = resolveAfter;
    }

    /** Sees to it that the customer has, or will have, an object at Stripe; in the caller's transaction, if there is one. */
    @Transactional
    public void begin(UUID customerId) {
        if (customers.insert(customerId, clock.instant())) {
            begun(customerId);
        }
    }

    /**
     * Begins another object for a customer whose one is not there any more, in the caller's transaction; false when somebody has done so
     * before.
     */
    @Transactional(TxType.MANDATORY)
    public boolean lose(UUID customerId, String stripeId) {
        boolean lost = customers
                .locked(customerId)
                .filter(customer -> customer.lose(stripeId))
                .isPresent();
        if (lost) {
            LOG.warnf("%s of customer %s was deleted at Stripe; another one is made", stripeId, customerId);
            begun(customerId);
        }
        return lost;
    }

    /** Stripe's id of the customer, once it is known. */
    @Transactional
    public Optional<String> stripeId(UUID customerId) {
        return customers.findByIdOptional(customerId).map(StripeCustomer::stripeId);
    }

    /** Whose object this is, if it is one of ours. */
    @Transactional
    public Optional<UUID> ofStripe(String stripeId) {
        return customers.ofStripe(stripeId).map(StripeCustomer::customerId);
    }

    /** Stores the object that an operation has made. One that turns up beside another is of no use to anybody, and does no harm. */
    @Transactional
    void adopt(OperationView operation, String stripeId) {
        StripeCustomer customer = customers.locked(operation.subject()).orElseThrow();
        if (!customer.adopt(stripeId)) {
            LOG.warnf("%s was made for customer %s, who has another", stripeId, operation.subject());
        }
        operations.settle(operation.id(), OperationState.SUCCEEDED, stripeId, null);
    }

    /** A new operation for one whose key brings no object, and that made none. */
    @Transactional
    void beginAgain(OperationView stuck) {
        boolean without = customers
                .locked(stuck.subject())
                .filter(customer -> customer.stripeId() == null)
                .isPresent();
        if (operations.supersede(stuck.id(), "its key brings no customer") && without) {
            operation(stuck.subject());
        }
    }

    private void begun(UUID customerId) {
        operation(customerId);
        steps.schedule(STEP, customerId, clock.instant().plus(resolveAfter));
    }

    private void operation(UUID customerId) {
        operations.beginForCustomer(customerId, OperationKind.CREATE_CUSTOMER, id -> new NewCustomer(customerId, id));
    }
}
