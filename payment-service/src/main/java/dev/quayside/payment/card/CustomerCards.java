package dev.quayside.payment.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The saved cards of one customer as a whole. */
@ApplicationScoped
public class CustomerCards {
    private final CardHolderRepository holders;
    private final SavedCardRepository cards;
    private final Removals removals;

    CustomerCards(CardHolderRepository holders, SavedCardRepository cards, Removals removals) {
        this.holders = holders;
        this.cards = cards;
        this.removals = removals;
    }

    /** Those that are listed, newest first. */
    @Transactional
    public List<PaymentMethodView> all(UUID customerId) {
        Optional<CardHolder> holder = holders.findByIdOptional(customerId);
        return cards.listed(customerId).stream()
                .map(card -> card.view(
                        holder.filter(one -> one.prefers(card.methodId())).isPresent()))
                .toList();
    }

    /** Removes all cards, and what their rows say of them; how many were listed. */
    @Transactional
    public int eraseAll(UUID customerId) {
        if (holders.findByIdOptional(customerId).isEmpty()) {
            return 0;
        }
        CardHolder holder = holders.locked(customerId);
        List<SavedCard> listed = cards.listed(customerId);
        listed.forEach(card -> removals.remove(holder, card));
        cards.of(customerId).forEach(SavedCard::erase);
        return listed.size();
    }
}
