package dev.quayside.payment.card;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.payment.PaymentChanged;
import dev.quayside.payment.payment.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Payments whose card is saved when the shopper has paid: then their customer's cards are read. */
@ApplicationScoped
public class SavingPayments {
    private final EntityManager database;
    private final DurableSteps steps;
    private final Clock clock;

    SavingPayments(EntityManager database, DurableSteps steps, Clock clock) {
        this.database = database;
        this.steps = steps;
        this.clock = clock;
    }

    /** Notes that the card of a payment is saved for a customer; in the transaction that makes the payment. */
    @Transactional(TxType.MANDATORY)
    public void add(UUID orderId, UUID customerId) {
        database.createNativeQuery(
                        "insert into card_saving_payments (order_id, customer_id) values (:order, :customer)")
                .setParameter("order", orderId)
                .setParameter("customer", customerId)
                .executeUpdate();
    }

    /** In the transaction in which the payment changes. */
    void changed(@Observes PaymentChanged change) {
        PaymentStatus status = change.payment().status();
        if (status != PaymentStatus.AUTHORIZED && status != PaymentStatus.CAPTURED) {
            return;
        }
        UUID orderId = change.payment().orderId();
        List<?> customers = database.createNativeQuery(
                        "select customer_id from card_saving_payments where order_id = :order")
                .setParameter("order", orderId)
                .getResultList();
        customers.forEach(
                customer -> steps.schedule(ReadCardsStep.NAME, (UUID) customer, orderId.toString(), clock.instant()));
    }
}
