package dev.quayside.payment.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's object at Stripe. Rows are made by {@link StripeCustomerRepository#insert}, where two makers meet. */
@Entity
@Table(name = "stripe_customers")
class StripeCustomer {
    @Id
    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "stripe_customer_id")
    private @Nullable String stripeId;

    StripeCustomer() {}

    /** Takes an object as its own, until it is lost. False when it has another one. */
    boolean adopt(String id) {
        if (stripeId == null) {
            stripeId = id;
        }
        return id.equals(stripeId);
    }

    /** Gives up an object that is not there any more. False when it has another one by now. */
    boolean lose(String id) {
        boolean lost = id.equals(stripeId);
        if (lost) {
            stripeId = null;
        }
        return lost;
    }

    UUID customerId() {
        return customerId;
    }

    @Nullable
    String stripeId() {
        return stripeId;
    }
}
