package dev.quayside.order.refund;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What orders owe back, and have given back. Whoever writes here has the order's row locked. */
@ApplicationScoped
public class Refunds {
    private final RefundRepository refunds;
    private final Clock clock;

    Refunds(RefundRepository refunds, Clock clock) {
        this.refunds = refunds;
        this.clock = clock;
    }

    /** Writes, in the caller's transaction, a refund that was asked for: from now on its amount and its units are reserved. */
    @Transactional(TxType.MANDATORY)
    public void reserve(NewRefund wanted) {
        refunds.persist(Refund.requested(wanted, now()));
    }

    /** Writes, in the caller's transaction, what a cancelled order owes. It owes it once: the first amount stays. */
    @Transactional(TxType.MANDATORY)
    public void oweForCancellation(UUID orderId, long amount) {
        refunds.insertForCancellation(orderId, amount, now());
    }

    /** Owes again, in the caller's transaction, what a cancelled order could not give back while its payment was disputed. */
    @Transactional(TxType.MANDATORY)
    public void oweAgainAfterDispute(UUID orderId) {
        refunds.reviveForCancellation(orderId, now());
    }

    /** All refunds of an order, oldest first. */
    @Transactional
    public List<BookedRefund> of(UUID orderId) {
        return booked(refunds.list("orderId = ?1 order by createdAt, id", orderId));
    }

    /** The order's refunds whose outcome is not known yet. */
    @Transactional
    public List<BookedRefund> pending(UUID orderId) {
        return booked(refunds.list("orderId = ?1 and state = ?2 order by id", orderId, RefundState.PENDING));
    }

    /** Up to {@code limit + 1} refunds of a page. */
    @Transactional
    public List<BookedRefund> page(UUID orderId, ListQuery query) {
        return booked(refunds.page(orderId, query));
    }

    /** How many refunds an order has. */
    @Transactional
    public long count(UUID orderId) {
        return refunds.count("orderId", orderId);
    }

    /** The place after a refund in an order's list. */
    public static Cursor cursor(BookedRefund refund, ListQuery query) {
        return new Cursor(query.sort(), refund.createdAt().toString(), refund.id());
    }

    @Transactional
    public Optional<BookedRefund> find(UUID id) {
        return refunds.findByIdOptional(id).map(Refund::booked);
    }

    @Transactional
    public RefundState state(UUID id) {
        return refunds.state(id).orElseThrow();
    }

    /** The money is back; false when it was known before. */
    @Transactional
    public boolean succeeded(UUID id) {
        return refunds.succeed(id, now());
    }

    /** The money is not back, and will not be by this refund; false when it was known before. */
    @Transactional
    public boolean failed(UUID id, @Nullable String reason) {
        return refunds.fail(id, reason, now());
    }

    /** The units are back on the shelf; false when it was known before. */
    @Transactional
    public boolean restocked(UUID id) {
        return refunds.restock(id, now());
    }

    /** Units by sku that refunds have brought back on the shelf, or owe to it, by order. */
    @Transactional
    public Map<UUID, Map<String, Integer>> restockedUnits(Collection<UUID> orderIds) {
        Map<UUID, Map<String, Integer>> units = new HashMap<>();
        for (Refund refund : refunds.list(
                "orderId in ?1 and restock = true and (state = ?2 or restockedAt is not null)",
                orderIds,
                RefundState.SUCCEEDED)) {
            Map<String, Integer> ofOrder = units.computeIfAbsent(refund.orderId, unused -> new TreeMap<>());
            refund.lines.forEach(line -> ofOrder.merge(line.sku(), line.quantity(), Integer::sum));
        }
        return units;
    }

    private static List<BookedRefund> booked(List<Refund> rows) {
        return rows.stream().map(Refund::booked).toList();
    }

    /** To the microsecond, as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant();
    }
}
