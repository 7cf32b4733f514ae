package dev.quayside.payment.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads payments and their ledgers, for staff and for audits. */
@ApplicationScoped
public class PaymentRecords {
    private final PaymentRepository payments;
    private final Ledger ledger;

    PaymentRecords(PaymentRepository payments, Ledger ledger) {
        this.payments = payments;
        this.ledger = ledger;
    }

    /** Payments in the order of their ids, from the one after {@code after}. */
    @Transactional
    public List<PaymentState> after(@Nullable UUID after, int limit) {
        return states(payments.after(after, limit));
    }

    /** The ledger of an order, oldest first. */
    @Transactional
    public List<TransactionView> transactions(UUID orderId) {
        return ledger.of(orderId);
    }

    @Transactional
    public Map<UUID, PaymentState> ofOrders(Collection<UUID> orderIds) {
        return states(payments.ofOrders(orderIds)).stream()
                .collect(Collectors.toMap(PaymentState::orderId, Function.identity()));
    }

    @Transactional
    public Map<UUID, LedgerTotals> ledgers(Collection<UUID> orderIds) {
        return ledger.totals(orderIds);
    }

    /** The ledgers of these orders, each oldest first; an order without one is left out. */
    @Transactional
    public Map<UUID, List<TransactionView>> entries(Collection<UUID> orderIds) {
        return ledger.entries(orderIds);
    }

    /** The payments whose PaymentIntents these are, by PaymentIntent; those that are not known are left out. */
    @Transactional
    public Map<String, PaymentState> ofIntents(Collection<String> intentIds) {
        return states(payments.ofIntents(intentIds)).stream()
                .collect(Collectors.toMap(state -> String.valueOf(state.paymentIntentId()), Function.identity()));
    }

    /** The orders whose payments these PaymentIntents are, by PaymentIntent; those that are not known are left out. */
    @Transactional
    public Map<String, UUID> ordersOf(Collection<String> intentIds) {
        return payments.ordersOf(intentIds);
    }

    /** Payments of which something is owed: an outcome, a cancel, or the news of their last change. */
    @Transactional
    public List<PaymentState> unfinished(int most) {
        return states(payments.unfinished(most));
    }

    /** Payments made since a time that were captured. */
    @Transactional
    public List<PaymentState> capturedMadeSince(Instant time, int most) {
        return states(payments.capturedMadeSince(time, most));
    }

    @Transactional
    public long count() {
        return payments.count();
    }

    private static List<PaymentState> states(List<Payment> payments) {
        return payments.stream().map(Payment::state).toList();
    }
}
