package dev.quayside.payment.backfill;

import dev.quayside.payment.dispute.Disputes;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.opening.Openings;
import dev.quayside.payment.payment.OwedReadings;
import dev.quayside.payment.payment.PaymentRecords;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentStatus;
import dev.quayside.payment.payment.Payments;
import dev.quayside.payment.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compares what Stripe lists with our rows, and has each payment read whose rows are behind. */
@ApplicationScoped
class Gaps {
    private static final Logger LOG = Logger.getLogger(Gaps.class);

    private final Payments payments;
    private final PaymentRecords records;
    private final Openings openings;
    private final Refunds refunds;
    private final Disputes disputes;
    private final OwedReadings readings;

    Gaps(
            Payments payments,
            PaymentRecords records,
            Openings openings,
            Refunds refunds,
            Disputes disputes,
            OwedReadings readings) {
        this.payments = payments;
        this.records = records;
        this.openings = openings;
        this.refunds = refunds;
        this.disputes = disputes;
        this.readings = readings;
    }

    /** Those that are further on than their payments; and those of ours that no payment knows. */
    void intents(List<Intent> listed) {
        Map<String, PaymentState> known =
                records.ofIntents(listed.stream().map(Intent::id).toList());
        listed.forEach(intent -> intent(intent, known.get(intent.id())));
    }

    /** One that was unknown is asked for again at its turn: others were adopted meanwhile, and it may have been by its own opening. */
    private void intent(Intent listed, @Nullable PaymentState known) {
        PaymentState payment = known != null
                ? known
                : payments.orderOf(listed.id()).flatMap(payments::find).orElse(null);
        if (payment == null) {
            openings.adopt(listed);
        } else if (isBehind(payment, listed)) {
            owe(payment.orderId(), listed.id());
        }
    }

    void refund(RefundReading listed) {
        if (!refunds.isKnown(listed)) {
            orderOf(listed.intentId()).ifPresent(order -> owe(order, listed.id()));
        }
    }

    void dispute(DisputeReading listed) {
        if (!disputes.isKnown(listed)) {
            orderOf(listed.intentId()).ifPresent(order -> owe(order, listed.id()));
        }
    }

    private static boolean isBehind(PaymentState payment, Intent listed) {
        return switch (listed.status()) {
            case OPEN -> false;
            case AUTHORIZED -> payment.status() == PaymentStatus.PENDING || payment.status() == PaymentStatus.OPEN;
            case SUCCEEDED -> payment.status() != PaymentStatus.CAPTURED;
            case CANCELED -> payment.status() != PaymentStatus.CANCELED;
        };
    }

    private Optional<UUID> orderOf(@Nullable String intentId) {
        return intentId == null ? Optional.empty() : payments.orderOf(intentId);
    }

    private void owe(UUID orderId, String object) {
        LOG.infof("Stripe lists %s, which the payment of order %s does not show: it is read", object, orderId);
        readings.add(orderId, object);
    }
}
