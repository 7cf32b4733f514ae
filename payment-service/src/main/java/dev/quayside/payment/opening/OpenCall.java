package dev.quayside.payment.opening;

import dev.quayside.payment.card.LostCustomers;
import dev.quayside.payment.gateway.CardUse;
import dev.quayside.payment.gateway.Failure;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Listing;
import dev.quayside.payment.gateway.OpenIntent;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentError;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One try to open a PaymentIntent and store how it ended. Called again, it sends the same key again; a worker also looks for what a
 * lost answer left behind, and once Stripe may have forgotten the key it only looks.
 */
@ApplicationScoped
class OpenCall {
    private static final Logger LOG = Logger.getLogger(OpenCall.class);
    // Stripe's clock may differ from ours, and a call may be carried out after we gave it up.
    private static final Duration BEFORE = Duration.ofMinutes(5);
    private static final Duration AFTER = Duration.ofHours(1);

    private final Openings openings;
    private final Operations operations;
    private final PaymentGateway gateway;
    private final LostCustomers lost;
    private final int attemptsBeforeNew;

    OpenCall(
            Openings openings,
            Operations operations,
            PaymentGateway gateway,
            LostCustomers lost,
            @ConfigProperty(name = "quayside.payment.attempts-before-new-operation") int attemptsBeforeNew) {
        this.openings = openings;
        this.operations = operations;
        this.gateway = gateway;
        this.lost = lost;
        this.attemptsBeforeNew = attemptsBeforeNew;
    }

    /** The PaymentIntent that Stripe answered with, or empty when there is none yet. */
    Optional<Intent> attempt(UUID orderId, Patience patience) {
        Optional<OperationView> open = operations.unsettled(orderId, OperationKind.OPEN);
        if (open.isEmpty() || openings.dropUnsent(open.get())) {
            return Optional.empty();
        }
        Optional<OperationView> sending = operations.send(open.get().id());
        if (sending.isPresent()) {
            return send(sending.get(), patience);
        }
        if (!operations.isSendable(open.get()) && search(open.get()) == Search.NOTHING) {
            openings.refuse(
                    open.get(), new PaymentError("never_opened", null, "Stripe has no PaymentIntent for this order"));
        }
        return Optional.empty();
    }

    private Optional<Intent> send(OperationView operation, Patience patience) {
        OpenIntent wanted = operations.params(operation, OpenIntent.class);
        Outcome<Intent> outcome = gateway.open(wanted, operation.attempt(patience));
        switch (outcome.kind()) {
            case SUCCEEDED -> {
                openings.adopt(outcome.value());
                return Optional.of(outcome.value());
            }
            case DECLINED, REJECTED -> {
                noteMissing(wanted, outcome.failure());
                refused(operation, outcome.failure(), patience);
            }
            case PENDING -> log(operation, outcome.failure());
            case UNKNOWN -> unknown(operation, outcome.failure(), patience);
        }
        return Optional.empty();
    }

    /** The payment ends in a refusal either way; the customer's next one finds an object that is there. */
    private void noteMissing(OpenIntent wanted, Failure failure) {
        CardUse card = wanted.card();
        if (card != null && failure.isMissingCustomer()) {
            lost.missing(card.stripeCustomerId());
        }
    }

    private void refused(OperationView operation, Failure failure, Patience patience) {
        log(operation, failure);
        boolean proven =
                operation.attempts() == 1 || (patience == Patience.WORKER && search(operation) == Search.NOTHING);
        if (proven && !failure.isAboutCaller()) {
            openings.refuse(operation, new PaymentError(failure.code(), failure.declineCode(), failure.message()));
        }
    }

    private void unknown(OperationView operation, Failure failure, Patience patience) {
        log(operation, failure);
        if (patience == Patience.WORKER
                && search(operation) == Search.NOTHING
                && failure.isStoredWithKey()
                && operation.attempts() >= attemptsBeforeNew) {
            openings.supersede(operation);
        }
    }

    private enum Search {
        FOUND,
        NOTHING,
        NOT_KNOWN
    }

    private Search search(OperationView operation) {
        Instant from = Objects.requireNonNullElse(operation.firstSentAt(), operation.createdAt());
        Instant until = Objects.requireNonNullElse(operation.lastSentAt(), operation.createdAt());
        Outcome<Listing<Intent>> listed = gateway.intentsCreated(from.minus(BEFORE), until.plus(AFTER));
        if (!listed.isSuccess()) {
            return Search.NOT_KNOWN;
        }
        Optional<Intent> found = listed.value().items().stream()
                .filter(intent -> operation.id().toString().equals(intent.operationId()))
                .findFirst();
        found.ifPresent(openings::adopt);
        if (found.isPresent()) {
            return Search.FOUND;
        }
        return listed.value().complete() ? Search.NOTHING : Search.NOT_KNOWN;
    }

    private static void log(OperationView operation, Failure failure) {
        LOG.infof("payment of order %s is not open: %s (%s)", operation.orderId(), failure.code(), failure.message());
    }
}
