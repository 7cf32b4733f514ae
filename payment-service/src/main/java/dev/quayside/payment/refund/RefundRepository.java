package dev.quayside.payment.refund;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RefundRepository implements PanacheRepositoryBase<Refund, UUID> {
    /** All refunds of a payment, oldest first. */
    List<Refund> of(UUID orderId) {
        return list("orderId = ?1 order by createdAt, id", orderId);
    }

    Optional<Refund> at(String stripeRefundId) {
        return find("stripeRefundId", stripeRefundId).firstResultOptional();
    }

    /** Refunds that were asked for before a time and are not known to Stripe yet. */
    List<Refund> unresolvedCreatedBefore(Instant time, int most) {
        return find(
                        "status = ?1 and stripeRefundId is null and createdAt < ?2 order by createdAt",
                        RefundState.PENDING,
                        time)
                .page(0, most)
                .list();
    }
}
