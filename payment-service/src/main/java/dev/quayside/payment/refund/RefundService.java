package dev.quayside.payment.refund;

import dev.quayside.payment.gateway.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Refunds as other services ask for them. */
@ApplicationScoped
public class RefundService {
    private final Refunds refunds;
    private final RefundCall call;

    RefundService(Refunds refunds, RefundCall call) {
        this.refunds = refunds;
        this.call = call;
    }

    /** Reserves, asks Stripe, and tells how far it came; a refund whose outcome is not known is pending and followed by a step. */
    public RefundView put(UUID orderId, UUID refundId, PutRefundRequest wanted) {
        RefundView reserved = refunds.reserve(orderId, refundId, wanted);
        if (!reserved.status().isSettled()) {
            call.attempt(refundId, Patience.SHOPPER);
        }
        return refunds.view(refundId);
    }
}
