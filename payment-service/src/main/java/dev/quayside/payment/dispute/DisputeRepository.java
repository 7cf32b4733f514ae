package dev.quayside.payment.dispute;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DisputeRepository implements PanacheRepositoryBase<Dispute, UUID> {
    List<Dispute> of(UUID orderId) {
        return list("orderId", orderId);
    }

    Optional<Dispute> at(String stripeId) {
        return find("stripeId", stripeId).firstResultOptional();
    }
}
