package dev.quayside.payment.dispute;

import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.DisputeState;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The disputes' rows. */
@ApplicationScoped
public class Disputes {
    /** The durable step that reads an open dispute again and again; its subject is the dispute's row. */
    public static final String WATCH_STEP = "watch-dispute";

    private final DisputeRepository disputes;
    private final Payments payments;
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration watch;

    Disputes(
            DisputeRepository disputes,
            Payments payments,
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.dispute-watch") Duration watch) {
        this.disputes = disputes;
        this.payments = payments;
        this.steps = steps;
        this.clock = clock;
        this.watch = watch;
    }

    /**
     * Applies the disputes of a payment as they were read, in the transaction that has ended the payment's lease: what is read must be
     * newer than what is stored.
     */
    @Transactional(TxType.MANDATORY)
    public void learn(UUID orderId, List<DisputeReading> read) {
        PaymentState payment = payments.lock(orderId);
        List<Dispute> all = new ArrayList<>(disputes.of(orderId));
        read.forEach(reading -> {
            Dispute dispute = all.stream()
                    .filter(one -> one.isAt(reading.id()))
                    .findFirst()
                    .orElseGet(() -> begin(payment, reading, all));
            dispute.apply(reading, clock.instant());
            disputes.persist(dispute);
            payments.record(orderId, DisputeFacts.of(reading));
        });
        payments.disputes(
                orderId, DisputeFacts.standing(all.stream().map(Dispute::status).toList()));
    }

    /** Whether Stripe would refuse to refund the payment because of a dispute. */
    @Transactional
    public boolean preventRefunds(UUID orderId) {
        return disputes.of(orderId).stream().map(Dispute::status).anyMatch(DisputeState::preventsRefunds);
    }

    /** The order of a dispute that is known here. */
    @Transactional
    public Optional<UUID> orderOf(String stripeId) {
        return disputes.at(stripeId).map(Dispute::orderId);
    }

    /** The order of a row, while its dispute is not over. */
    @Transactional
    public Optional<UUID> openOrder(UUID id) {
        return disputes.findByIdOptional(id)
                .filter(dispute -> !dispute.status().isClosed())
                .map(Dispute::orderId);
    }

    /** Whether the stored dispute is in this state. */
    @Transactional
    public boolean isKnown(DisputeReading read) {
        return disputes.at(read.id())
                .filter(dispute -> dispute.status() == read.state())
                .isPresent();
    }

    private Dispute begin(PaymentState payment, DisputeReading reading, List<Dispute> all) {
        String intent = Objects.requireNonNull(payment.paymentIntentId(), "what was captured has a PaymentIntent");
        Dispute dispute = new Dispute(Ids.next(), payment.orderId(), intent, reading);
        all.add(dispute);
        if (!reading.state().isClosed()) {
            steps.schedule(WATCH_STEP, dispute.id(), clock.instant().plus(watch));
        }
        return dispute;
    }
}
