package dev.quayside.payment.card;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.listing.Conditions;
import dev.quayside.payment.listing.StripeIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A customer's cards as their owner sees and changes them. Others' cards, and removed ones, are not there. */
@ApplicationScoped
public class CardList {
    private static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("-createdAt", "createdAt"), Set.of());
    private static final String TIME = "createdAt";

    private final CardHolderRepository holders;
    private final SavedCardRepository cards;
    private final Removals removals;

    CardList(CardHolderRepository holders, SavedCardRepository cards, Removals removals) {
        this.holders = holders;
        this.cards = cards;
        this.removals = removals;
    }

    /** One page. A query that is not allowed is a 400 {@code invalid_parameter}. */
    @Transactional
    public Page<PaymentMethodView> page(UUID customerId, UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ALLOWED);
        Conditions conditions = new Conditions();
        conditions.and("customerId = :customer", "customer", customerId);
        conditions.and("removedAt is null");
        long total = query.number() == null ? 0 : cards.count(conditions.where(), conditions.parameters());
        conditions.after(TIME, query);
        List<SavedCard> rows = cards.find(conditions.sorted(TIME, query), conditions.parameters())
                .range(query.offset(), query.offset() + query.limit())
                .list();
        Page<SavedCard> page = query.page(rows, total, row -> cursor(row, query), uri);
        Optional<CardHolder> holder = holders.findByIdOptional(customerId);
        return new Page<>(page.data().stream().map(row -> view(row, holder)).toList(), page.page());
    }

    /** One card; 404 {@code payment_method_not_found}. */
    @Transactional
    public PaymentMethodView get(UUID customerId, String methodId) {
        return view(listed(customerId, methodId), holders.findByIdOptional(customerId));
    }

    /** Makes a card the default; 404 {@code payment_method_not_found}. */
    @Transactional
    public PaymentMethodView makeDefault(UUID customerId, String methodId) {
        CardHolder holder = holders.locked(customerId);
        SavedCard card = listed(customerId, methodId);
        holder.choose(card.methodId());
        return card.view(true);
    }

    /** Removes a card; one that was removed before is a success. 404 {@code payment_method_not_found}. */
    @Transactional
    public void remove(UUID customerId, String methodId) {
        CardHolder holder = holders.locked(customerId);
        SavedCard card = own(customerId, methodId);
        if (card.isListed()) {
            removals.remove(holder, card);
            removals.chooseDefault(holder, customerId);
        }
    }

    private SavedCard listed(UUID customerId, String methodId) {
        return Optional.of(own(customerId, methodId))
                .filter(SavedCard::isListed)
                .orElseThrow(CardList::notFound);
    }

    private SavedCard own(UUID customerId, String methodId) {
        return Optional.of(methodId)
                .filter(StripeIds::isPossible)
                .flatMap(cards::at)
                .filter(card -> card.isOf(customerId))
                .orElseThrow(CardList::notFound);
    }

    private static PaymentMethodView view(SavedCard row, Optional<CardHolder> holder) {
        return row.view(holder.filter(one -> one.prefers(row.methodId())).isPresent());
    }

    private static Cursor cursor(SavedCard row, ListQuery query) {
        return new Cursor(query.sort(), row.createdAt().toString(), row.id());
    }

    private static ProblemException notFound() {
        return new ProblemException(PaymentProblem.PAYMENT_METHOD_NOT_FOUND, "no saved payment method has this id");
    }
}
