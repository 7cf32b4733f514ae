package dev.quayside.payment.webhook;

import dev.quayside.payment.dispute.Disputes;
import dev.quayside.payment.gateway.ChargeObject;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.Payments;
import dev.quayside.payment.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds the payment that a charge, a refund or a dispute belongs to: by our rows, else at Stripe. */
@ApplicationScoped
class EventSubjects {
    private final Payments payments;
    private final Refunds refunds;
    private final Disputes disputes;
    private final PaymentGateway gateway;

    EventSubjects(Payments payments, Refunds refunds, Disputes disputes, PaymentGateway gateway) {
        this.payments = payments;
        this.refunds = refunds;
        this.disputes = disputes;
        this.gateway = gateway;
    }

    /** The PaymentIntent, or empty when there is none. */
    Optional<String> intentBehind(ChargeObject kind, String id) {
        Optional<String> known = orderOf(kind, id).flatMap(payments::find).map(PaymentState::paymentIntentId);
        return known.isPresent() ? known : read(kind, id);
    }

    private Optional<UUID> orderOf(ChargeObject kind, String id) {
        return switch (kind) {
            case CHARGE -> Optional.empty();
            case REFUND -> refunds.orderOf(id);
            case DISPUTE -> disputes.orderOf(id);
        };
    }

    private Optional<String> read(ChargeObject kind, String id) {
        Outcome<Optional<String>> read = gateway.intentBehind(kind, id);
        if (read.isSuccess()) {
            return read.value();
        }
        if (!read.isFinal() || read.failure().isAboutCaller()) {
            throw new UnworkableEventException(
                    id + " could not be read: " + read.failure().message());
        }
        return Optional.empty();
    }
}
