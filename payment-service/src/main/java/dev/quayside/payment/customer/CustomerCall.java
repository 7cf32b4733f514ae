package dev.quayside.payment.customer;

import dev.quayside.payment.gateway.CardGateway;
import dev.quayside.payment.gateway.CustomerReading;
import dev.quayside.payment.gateway.Failure;
import dev.quayside.payment.gateway.Listing;
import dev.quayside.payment.gateway.NewCustomer;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.operation.ShopperWait;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One try to make a customer's object at Stripe. Called again, it sends the same key again; a worker also looks for what a lost
 * answer left behind.
 */
@ApplicationScoped
public class CustomerCall {
    private static final Logger LOG = Logger.getLogger(CustomerCall.class);
    // Stripe's clock may differ from ours, and a call may be carried out after we gave it up.
    private static final Duration BEFORE = Duration.ofMinutes(5);
    private static final Duration AFTER = Duration.ofHours(1);

    private final Customers customers;
    private final Operations operations;
    private final CardGateway gateway;
    private final ShopperWait wait;
    private final int attemptsBeforeNew;

    CustomerCall(
            Customers customers,
            Operations operations,
            CardGateway gateway,
            ShopperWait wait,
            @ConfigProperty(name = "quayside.payment.attempts-before-new-operation") int attemptsBeforeNew) {
        this.customers = customers;
        this.operations = operations;
        this.gateway = gateway;
        this.wait = wait;
        this.attemptsBeforeNew = attemptsBeforeNew;
    }

    /** Stripe's id of the customer, who gets one if need be; empty when Stripe does not answer as long as a shopper waits. */
    public Optional<String> ensure(UUID customerId) {
        Optional<String> known = customers.stripeId(customerId);
        if (known.isPresent()) {
            return known;
        }
        customers.begin(customerId);
        return wait.until(() -> attempt(customerId, Patience.SHOPPER));
    }

    /** Stripe's id of a customer whose row is there, or empty when there is none yet. */
    public Optional<String> attempt(UUID customerId, Patience patience) {
        Optional<OperationView> open = operations.unsettled(customerId, OperationKind.CREATE_CUSTOMER);
        if (open.isPresent()) {
            Optional<OperationView> sending = operations.send(open.get().id());
            if (sending.isPresent()) {
                send(sending.get(), patience);
            } else if (!operations.isSendable(open.get()) && isNowhere(open.get())) {
                customers.beginAgain(open.get());
            }
        }
        return customers.stripeId(customerId);
    }

    private void send(OperationView operation, Patience patience) {
        NewCustomer wanted = operations.params(operation, NewCustomer.class);
        Outcome<String> outcome = gateway.createCustomer(wanted, operation.attempt(patience));
        switch (outcome.kind()) {
            case SUCCEEDED -> customers.adopt(operation, outcome.value());
            case PENDING -> log(operation, outcome.failure());
            case DECLINED, REJECTED, UNKNOWN -> unknown(operation, outcome, patience);
        }
    }

    /** A refusal may be about the second sending of what the first has done: both are looked for. */
    private void unknown(OperationView operation, Outcome<String> outcome, Patience patience) {
        log(operation, outcome.failure());
        boolean keyIsUsedUp = outcome.isFinal() || outcome.failure().isStoredWithKey();
        if (patience == Patience.WORKER
                && isNowhere(operation)
                && keyIsUsedUp
                && operation.attempts() >= attemptsBeforeNew) {
            customers.beginAgain(operation);
        }
    }

    /** Looks for the customer of a lost answer and takes it. True when Stripe answered and has none. */
    private boolean isNowhere(OperationView operation) {
        Instant from = Objects.requireNonNullElse(operation.firstSentAt(), operation.createdAt());
        Instant until = Objects.requireNonNullElse(operation.lastSentAt(), operation.createdAt());
        Outcome<Listing<CustomerReading>> listed = gateway.customersCreated(from.minus(BEFORE), until.plus(AFTER));
        if (!listed.isSuccess()) {
            return false;
        }
        Optional<CustomerReading> found = listed.value().items().stream()
                .filter(customer -> operation.id().toString().equals(customer.operationId()))
                .findFirst();
        found.ifPresent(customer -> customers.adopt(operation, customer.id()));
        return found.isEmpty() && listed.value().complete();
    }

    private static void log(OperationView operation, Failure failure) {
        LOG.infof(
                "customer %s is not known to Stripe: %s (%s)", operation.subject(), failure.code(), failure.message());
    }
}
