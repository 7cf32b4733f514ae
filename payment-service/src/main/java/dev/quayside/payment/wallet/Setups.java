package dev.quayside.payment.wallet;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.card.Cards;
import dev.quayside.payment.customer.Customers;
import dev.quayside.payment.gateway.Metadata;
import dev.quayside.payment.gateway.NewSetup;
import dev.quayside.payment.gateway.SetupReading;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationState;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is stored of setups: the row with its operation, which SetupIntent is whose, and what became of it. */
@ApplicationScoped
public class Setups {
    static final String OPEN_STEP = "open-setup";
    static final String WATCH_STEP = "watch-setup";

    private final CardSetupRepository setups;
    private final Customers customers;
    private final Cards cards;
    private final Operations operations;
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration resolveAfter;
    private final Duration watchFirst;
    private final Duration watched;

    Setups(
            CardSetupRepository setups,
            Customers customers,
            Cards cards,
            Operations operations,
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.resolve-after") Duration resolveAfter,
            @ConfigProperty(name = "quayside.payment.watch-first") Duration watchFirst,
            @ConfigProperty(name = "quayside.payment.setup-watched") Duration watched) {
        this.setups = setups;
        this.customers = customers;
        this.cards = cards;
        this.operations = operations;
        this.steps = steps;
        this.clock = clock;
        this.resolveAfter = resolveAfter;
        this.watchFirst = watchFirst;
        this.watched = watched;
    }

    /** Stores the wish, and the step that goes on with it. False, and nothing stored, when the customer has too many cards. */
    @Transactional(TxType.MANDATORY)
    boolean begin(UUID id, UUID customerId) {
        if (cards.isFull(customerId)) {
            return false;
        }
        Instant now = clock.instant();
        customers.begin(customerId);
        setups.persist(new CardSetup(id, customerId, now));
        steps.schedule(OPEN_STEP, id, now.plus(resolveAfter));
        return true;
    }

    @Transactional
    SetupState get(UUID id) {
        return setups.findById(id).state();
    }

    /** The setup of a SetupIntent that is known here. */
    @Transactional
    public Optional<UUID> ofStripe(String setupIntent) {
        return setups.ofStripe(setupIntent).map(setup -> setup.state().id());
    }

    /** The operation that makes the SetupIntent, begun if need be; empty when that is over. */
    @Transactional
    Optional<OperationView> operation(UUID id, String stripeCustomerId) {
        SetupState setup = setups.locked(id).state();
        Optional<OperationView> open = operations.unsettled(id, OperationKind.CREATE_SETUP);
        return open.isPresent() || setup.status() != SetupStatus.PENDING
                ? open
                : Optional.of(operations.beginForCustomer(
                        id,
                        OperationKind.CREATE_SETUP,
                        operation -> new NewSetup(setup.customerId(), operation, stripeCustomerId)));
    }

    /** Finds out whose SetupIntent this is, by its metadata, and gives the setup the one that was made for it. Empty when foreign. */
    @Transactional
    public Optional<UUID> adopt(SetupReading reading) {
        Optional<OperationView> made = Metadata.id(reading.operationId())
                .flatMap(operations::find)
                .filter(operation -> operation.kind() == OperationKind.CREATE_SETUP);
        made.ifPresent(operation -> adopt(operation, reading));
        return made.map(OperationView::subject);
    }

    private void adopt(OperationView operation, SetupReading reading) {
        CardSetup setup = setups.locked(operation.subject());
        setup.adopt(reading.id());
        operations.settle(operation.id(), OperationState.SUCCEEDED, reading.id(), null);
        steps.schedule(WATCH_STEP, operation.subject(), clock.instant().plus(watchFirst));
        expectCards(setup);
    }

    /** Applies what was read of the setup's own SetupIntent, after the cards that it brought. */
    @Transactional
    void apply(UUID id, SetupReading reading) {
        CardSetup setup = setups.locked(id);
        setup.apply(reading.state());
        expectCards(setup);
    }

    /** Ends a setup that nobody has finished in time. Its operation, if it is still open, made nothing that anybody could use. */
    @Transactional
    void giveUp(UUID id) {
        CardSetup setup = setups.locked(id);
        setup.become(SetupStatus.GIVEN_UP);
        operations
                .unsettled(id, OperationKind.CREATE_SETUP)
                .ifPresent(open -> operations.settle(open.id(), OperationState.REJECTED, null, "given up"));
        expectCards(setup);
    }

    /** Ends a setup that Stripe refused. */
    @Transactional
    void refuse(OperationView operation, String why) {
        setups.locked(operation.subject()).become(SetupStatus.REFUSED);
        operations.settle(operation.id(), OperationState.REJECTED, null, why);
    }

    /** Ends an operation whose key brings no SetupIntent; the next attempt begins another. Its secret never left the house. */
    @Transactional
    void supersede(OperationView stuck, String why) {
        operations.supersede(stuck.id(), why);
    }

    /** Whether a setup of this age is looked after no longer. */
    boolean isOld(SetupState setup) {
        return setup.createdAt().plus(watched).isBefore(clock.instant());
    }

    private void expectCards(CardSetup changed) {
        UUID customerId = changed.state().customerId();
        cards.expect(
                customerId,
                setups.newestOpen(customerId)
                        .map(open -> open.state().createdAt().plus(watched))
                        .orElse(null));
    }
}
