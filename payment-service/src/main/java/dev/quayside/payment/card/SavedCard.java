package dev.quayside.payment.card;

import dev.quayside.payment.gateway.CardReading;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A card that Stripe keeps for a customer. Changed under its holder's lock; what was removed stays removed. */
@Entity
@Table(name = "saved_cards")
class SavedCard {
    @Id
    private UUID id;

    @Column(name = "stripe_method_id", updatable = false)
    private String methodId;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column
    private String brand;

    @Column
    private String last4;

    @Column(name = "exp_month")
    private int expMonth;

    @Column(name = "exp_year")
    private int expYear;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    SavedCard() {}

    SavedCard(UUID id, UUID customerId, CardReading reading) {
        this.id = id;
        this.customerId = customerId;
        this.methodId = reading.id();
        this.createdAt = reading.created();
        apply(reading);
    }

    /** Takes over what Stripe says; a bank that renews a card changes it there. */
    final void apply(CardReading reading) {
        brand = reading.brand();
        last4 = reading.last4();
        expMonth = reading.expMonth();
        expYear = reading.expYear();
    }

    void remove(Instant now) {
        if (removedAt == null) {
            removedAt = now;
        }
    }

    /** What is left is which card of Stripe's was removed, so that a late reading does not bring it back. */
    void erase() {
        brand = "erased";
        last4 = "";
        expMonth = 1;
        expYear = 1970;
    }

    boolean isListed() {
        return removedAt == null;
    }

    boolean isOf(UUID customer) {
        return customer.equals(customerId);
    }

    UUID id() {
        return id;
    }

    UUID customerId() {
        return customerId;
    }

    String methodId() {
        return methodId;
    }

    Instant createdAt() {
        return createdAt;
    }

    PaymentMethodView view(boolean isDefault) {
        return new PaymentMethodView(
                methodId, "card", new PaymentMethodView.Card(brand, last4, expMonth, expYear), isDefault, createdAt);
    }
}
