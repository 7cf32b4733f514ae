package dev.quayside.payment.wallet;

import dev.quayside.payment.gateway.SetupReading;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's wish to save a card, as a SetupIntent. Changed under its row's lock. */
@Entity
@Table(name = "card_setups")
class CardSetup {
    @Id
    private UUID id;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "stripe_setup_id")
    private @Nullable String stripeId;

    @Column
    @Enumerated(EnumType.STRING)
    private SetupStatus status;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    CardSetup() {}

    CardSetup(UUID id, UUID customerId, Instant now) {
        this.id = id;
        this.customerId = customerId;
        this.status = SetupStatus.PENDING;
        this.createdAt = now;
    }

    /** Takes a SetupIntent as its own, once and for good. */
    void adopt(String setupIntent) {
        if (stripeId == null) {
            stripeId = setupIntent;
            become(SetupStatus.OPEN);
        }
    }

    /** Takes over what Stripe says; what is final there stays final here. */
    void apply(SetupReading.State state) {
        switch (state) {
            case OPEN -> {}
            case SUCCEEDED -> become(SetupStatus.SUCCEEDED);
            case CANCELED -> become(SetupStatus.CANCELED);
        }
    }

    void become(SetupStatus next) {
        if (status.canBecome(next)) {
            status = next;
        }
    }

    SetupState state() {
        return new SetupState(id, customerId, stripeId, status, createdAt);
    }
}
