package dev.quayside.payment.card;

import dev.quayside.kit.runtime.Ids;
import dev.quayside.payment.gateway.CardReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is learned of customers' cards by reading them. */
@ApplicationScoped
public class Cards {
    /** How many cards a customer has at most. */
    public static final int MOST = 20;

    private static final Logger LOG = Logger.getLogger(Cards.class);

    private final CardHolderRepository holders;
    private final SavedCardRepository cards;
    private final Removals removals;
    private final Clock clock;

    Cards(CardHolderRepository holders, SavedCardRepository cards, Removals removals, Clock clock) {
        this.holders = holders;
        this.cards = cards;
        this.removals = removals;
        this.clock = clock;
    }

    /** Whether another card would be too many; in the caller's transaction, which then has the holder's lock. */
    @Transactional(TxType.MANDATORY)
    public boolean isFull(UUID customerId) {
        holders.locked(customerId);
        return cards.countListed(customerId) >= MOST;
    }

    /** Notes until when a card may turn up that nobody has told of, or that none can. */
    @Transactional(TxType.MANDATORY)
    public void expect(UUID customerId, @Nullable Instant until) {
        holders.locked(customerId).expect(until);
    }

    /** Whether there may be a card that is not known yet. */
    @Transactional
    public boolean expects(UUID customerId) {
        return holders.findByIdOptional(customerId)
                .filter(holder -> holder.expects(clock.instant()))
                .isPresent();
    }

    /** Whose card this is, if it is known here. */
    @Transactional
    public Optional<UUID> holderOf(String methodId) {
        return cards.at(methodId).map(SavedCard::customerId);
    }

    /** Whether a customer can pay with a card. */
    @Transactional
    public boolean isUsable(UUID customerId, String methodId) {
        return cards.at(methodId)
                .filter(card -> card.isListed() && card.isOf(customerId))
                .isPresent();
    }

    /** The number of a reading that begins now. */
    @Transactional
    long beginReading(UUID customerId) {
        return holders.locked(customerId).beginReading();
    }

    /** Applies all cards that a customer has at Stripe, newest first, unless a reading that began later was applied already. */
    @Transactional
    void apply(UUID customerId, long reading, List<CardReading> atStripe) {
        CardHolder holder = holders.locked(customerId);
        if (holder.takes(reading)) {
            Set<String> removed = cards.removed(ids(atStripe)).stream()
                    .map(SavedCard::methodId)
                    .collect(Collectors.toSet());
            List<CardReading> there = atStripe.stream()
                    .filter(card -> !removed.contains(card.id()))
                    .toList();
            learn(holder, customerId, there);
            removals.chooseDefault(holder, customerId);
        }
    }

    private void learn(CardHolder holder, UUID customerId, List<CardReading> there) {
        Map<String, SavedCard> known =
                cards.listed(customerId).stream().collect(Collectors.toMap(SavedCard::methodId, card -> card));
        Map<String, String> doubles = Doubles.of(there);
        drop(holder, known.values(), ids(there), doubles);
        long left = known.values().stream().filter(SavedCard::isListed).count();
        List<CardReading> oldestFirst = new ArrayList<>(there);
        Collections.reverse(oldestFirst);
        for (CardReading card : oldestFirst) {
            SavedCard row = known.get(card.id());
            if (row != null) {
                row.apply(card);
            } else if (add(holder, customerId, card, doubles.containsKey(card.id()) || left >= MOST)) {
                left++;
            }
        }
    }

    /** Those that Stripe does not have any more, and those in whose place a newer one of the same number stands. */
    private void drop(
            CardHolder holder, Collection<SavedCard> known, Set<String> present, Map<String, String> doubles) {
        for (SavedCard card : known) {
            String newer = doubles.get(card.methodId());
            if (!present.contains(card.methodId())) {
                card.remove(clock.instant());
            } else if (newer != null) {
                removals.replace(holder, card, newer);
            }
        }
    }

    /** Whether it is listed: one too many, or an older one of the same number, is only kept to be detached. */
    private boolean add(CardHolder holder, UUID customerId, CardReading card, boolean unwanted) {
        SavedCard row = new SavedCard(Ids.next(), customerId, card);
        cards.persist(row);
        if (unwanted) {
            LOG.infof("%s of customer %s is one too many and is detached", card.id(), customerId);
            removals.remove(holder, row);
        } else {
            removals.chooseFirst(holder, row);
        }
        return !unwanted;
    }

    private static Set<String> ids(List<CardReading> cards) {
        return cards.stream().map(CardReading::id).collect(Collectors.toSet());
    }
}
