package dev.quayside.payment.card;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationState;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Cards that go: not listed any more at once, detached at Stripe by a step, and never the default. Under the holder's lock. */
@ApplicationScoped
class Removals {
    private final SavedCardRepository cards;
    private final Operations operations;
    private final DurableSteps steps;
    private final Clock clock;

    Removals(SavedCardRepository cards, Operations operations, DurableSteps steps, Clock clock) {
        this.cards = cards;
        this.operations = operations;
        this.steps = steps;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void remove(CardHolder holder, SavedCard card) {
        card.remove(clock.instant());
        if (holder.prefers(card.methodId())) {
            holder.choose(null);
        }
        begin(card.id(), new DetachCard(card.methodId()));
    }

    /** Removes a card whose place another one takes, also as the default. */
    @Transactional(TxType.MANDATORY)
    void replace(CardHolder holder, SavedCard card, String by) {
        boolean preferred = holder.prefers(card.methodId());
        remove(holder, card);
        if (preferred) {
            holder.choose(by);
        }
    }

    /** Makes a new card the default if it is the first. */
    @Transactional(TxType.MANDATORY)
    void chooseFirst(CardHolder holder, SavedCard card) {
        if (holder.hasNoDefault()) {
            holder.choose(card.methodId());
        }
    }

    /** Sees to it that the default is a card that is listed: where it is not, the newest becomes it. */
    @Transactional(TxType.MANDATORY)
    void chooseDefault(CardHolder holder, UUID customerId) {
        List<SavedCard> listed = cards.listed(customerId);
        if (listed.stream().noneMatch(card -> holder.prefers(card.methodId()))) {
            holder.choose(listed.isEmpty() ? null : listed.get(0).methodId());
        }
    }

    /** Stores that the card is nobody's any more. */
    @Transactional
    void detached(OperationView operation) {
        String methodId = operations.params(operation, DetachCard.class).methodId();
        operations.settle(operation.id(), OperationState.SUCCEEDED, methodId, null);
    }

    /** A new operation for one whose key brings the same refusal each time, or has expired. Detaching twice does no harm. */
    @Transactional
    void beginAgain(OperationView stuck) {
        if (operations.supersede(stuck.id(), "its key brings no answer")) {
            begin(stuck.subject(), operations.params(stuck, DetachCard.class));
        }
    }

    private void begin(UUID cardId, DetachCard params) {
        operations.beginForCustomer(cardId, OperationKind.DETACH_CARD, id -> params);
        steps.schedule(DetachCardStep.NAME, cardId);
    }
}
