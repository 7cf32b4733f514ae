package dev.quayside.payment.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the ledger; the database refuses to change or delete one. */
@Entity
@Immutable
@Table(name = "payment_transactions")
class LedgerEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "order_id")
    private UUID orderId;

    @Column
    @Enumerated(EnumType.STRING)
    private LedgerKind kind;

    @Column(name = "object_id")
    private String objectId;

    @Column
    private long amount;

    @Column
    private String currency;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    LedgerEntry() {}

    UUID orderId() {
        return orderId;
    }

    TransactionView view() {
        return new TransactionView(kind, objectId, amount, currency, recordedAt);
    }
}
