package dev.quayside.payment.wallet;

import dev.quayside.payment.card.LostCustomers;
import dev.quayside.payment.customer.CustomerCall;
import dev.quayside.payment.gateway.CardGateway;
import dev.quayside.payment.gateway.Failure;
import dev.quayside.payment.gateway.Listing;
import dev.quayside.payment.gateway.NewSetup;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.SetupReading;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One try to get a setup's SetupIntent: made, or read when it is there. Called again, it sends the same key again; a worker also
 * looks for what a lost answer left behind.
 */
@ApplicationScoped
class SetupCall {
    private static final Logger LOG = Logger.getLogger(SetupCall.class);

    private final Setups setups;
    private final CustomerCall customers;
    private final LostCustomers lost;
    private final Operations operations;
    private final CardGateway gateway;
    private final int attemptsBeforeNew;

    SetupCall(
            Setups setups,
            CustomerCall customers,
            LostCustomers lost,
            Operations operations,
            CardGateway gateway,
            @ConfigProperty(name = "quayside.payment.attempts-before-new-operation") int attemptsBeforeNew) {
        this.setups = setups;
        this.customers = customers;
        this.lost = lost;
        this.operations = operations;
        this.gateway = gateway;
        this.attemptsBeforeNew = attemptsBeforeNew;
    }

    /** The SetupIntent as Stripe has just shown it, or empty when it did not. */
    Optional<SetupReading> attempt(UUID setupId, Patience patience) {
        SetupState setup = setups.get(setupId);
        String known = setup.stripeId();
        if (known != null) {
            return Optional.ofNullable(gateway.readSetup(known, patience).valueOrNull());
        }
        return setup.status() == SetupStatus.PENDING ? open(setup, patience) : Optional.empty();
    }

    private Optional<SetupReading> open(SetupState setup, Patience patience) {
        Optional<String> customer = customers.attempt(setup.customerId(), patience);
        return customer.flatMap(stripeId -> setups.operation(setup.id(), stripeId))
                .flatMap(operation -> operations.send(operation.id()))
                .flatMap(sending -> send(sending, patience));
    }

    private Optional<SetupReading> send(OperationView operation, Patience patience) {
        NewSetup wanted = operations.params(operation, NewSetup.class);
        Outcome<SetupReading> outcome = gateway.openSetup(wanted, operation.attempt(patience));
        if (outcome.isSuccess()) {
            setups.adopt(outcome.value());
            return Optional.of(outcome.value());
        }
        log(operation, outcome.failure());
        switch (outcome.kind()) {
            case SUCCEEDED, PENDING -> {}
            case DECLINED, REJECTED -> refused(operation, wanted, outcome.failure(), patience);
            case UNKNOWN -> unknown(operation, wanted, outcome.failure(), patience);
        }
        return Optional.empty();
    }

    private void refused(OperationView operation, NewSetup wanted, Failure failure, Patience patience) {
        if (failure.isMissingCustomer()) {
            lost.missing(wanted.stripeCustomerId());
            setups.supersede(operation, "its customer was deleted at Stripe");
            return;
        }
        boolean proven = operation.attempts() == 1 || (patience == Patience.WORKER && isNowhere(operation, wanted));
        if (proven && !failure.isAboutCaller()) {
            setups.refuse(operation, failure.message());
        }
    }

    private void unknown(OperationView operation, NewSetup wanted, Failure failure, Patience patience) {
        if (patience == Patience.WORKER
                && isNowhere(operation, wanted)
                && failure.isStoredWithKey()
                && operation.attempts() >= attemptsBeforeNew) {
            setups.supersede(operation, "Stripe stores an error for its key");
        }
    }

    /** Looks for the SetupIntent of a lost answer and takes it. True when Stripe answered and has none. */
    private boolean isNowhere(OperationView operation, NewSetup wanted) {
        Outcome<Listing<SetupReading>> listed = gateway.setupsOf(wanted.stripeCustomerId());
        if (!listed.isSuccess()) {
            return false;
        }
        Optional<SetupReading> found = listed.value().items().stream()
                .filter(setup -> operation.id().toString().equals(setup.operationId()))
                .findFirst();
        found.ifPresent(setups::adopt);
        return found.isEmpty() && listed.value().complete();
    }

    private static void log(OperationView operation, Failure failure) {
        LOG.infof("setup %s is not open: %s (%s)", operation.subject(), failure.code(), failure.message());
    }
}
