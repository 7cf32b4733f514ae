package dev.quayside.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import dev.quayside.payment.gateway.ChargeObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the PaymentIntent of an object that does not name it: its charge does. */
final class ChargeObjects {
    private final V1Services stripe;
    private final RequestOptions options;

    ChargeObjects(V1Services stripe, RequestOptions options) {
        this.stripe = stripe;
        this.options = options;
    }

    Optional<String> intentBehind(ChargeObject kind, String id) throws StripeException {
        return switch (kind) {
            case CHARGE -> ofCharge(id);
            case REFUND -> {
                Refund refund = stripe.refunds().retrieve(id, options);
                yield named(refund.getPaymentIntent(), refund.getCharge());
            }
            case DISPUTE -> {
                Dispute dispute = stripe.disputes().retrieve(id, options);
                yield named(dispute.getPaymentIntent(), dispute.getCharge());
            }
        };
    }

    private Optional<String> named(@Nullable String intentId, @Nullable String chargeId) throws StripeException {
        if (intentId != null) {
            return Optional.of(intentId);
        }
        return chargeId == null ? Optional.empty() : ofCharge(chargeId);
    }

    private Optional<String> ofCharge(String id) throws StripeException {
        return Optional.ofNullable(stripe.charges().retrieve(id, options).getPaymentIntent());
    }
}
