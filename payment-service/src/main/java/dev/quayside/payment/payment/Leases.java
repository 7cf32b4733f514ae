package dev.quayside.payment.payment;

import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The right to read a payment from Stripe and write what was read. One reader has it at a time; a reader that dies loses it when it
 * runs out, and one that comes back later finds that it no longer holds it.
 */
@ApplicationScoped
public class Leases {
    private final PaymentRepository payments;
    private final Clock clock;
    private final Duration length;

    Leases(PaymentRepository payments, Clock clock, @ConfigProperty(name = "quayside.payment.lease") Duration length) {
        this.payments = payments;
        this.clock = clock;
        this.length = length;
    }

    /** Takes the lease and answers its owner's mark, or empty while another holds it. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<UUID> take(UUID orderId) {
        UUID owner = Ids.next();
        Instant now = clock.instant();
        return payments.locked(orderId)
                .filter(payment -> payment.lease(owner, now, now.plus(length)))
                .map(payment -> owner);
    }

    /** Gives the lease back, in the caller's transaction. False when it was lost meanwhile: nothing may be written. */
    @Transactional(TxType.MANDATORY)
    public boolean end(UUID orderId, UUID owner) {
        Optional<Payment> held = payments.locked(orderId).filter(payment -> payment.isLeasedBy(owner));
        held.ifPresent(Payment::endLease);
        return held.isPresent();
    }
}
