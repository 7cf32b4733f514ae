package dev.quayside.payment.card;

import dev.quayside.payment.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Customers whose object somebody has deleted in Stripe's Dashboard, found out when Stripe refuses a call that names it. Their saved
 * cards went with it; they get another object, and can save cards again.
 */
@ApplicationScoped
public class LostCustomers {
    private final Customers customers;
    private final Cards cards;

    LostCustomers(Customers customers, Cards cards) {
        this.customers = customers;
        this.cards = cards;
    }

    /** Takes note that Stripe has no such customer any more. Nothing happens for one that is not ours, or not any more. */
    @Transactional
    public void missing(String stripeId) {
        customers.ofStripe(stripeId).ifPresent(customerId -> {
            // The holder's lock comes before the customer's, as when a setup begins.
            long reading = cards.beginReading(customerId);
            if (customers.lose(customerId, stripeId)) {
                cards.apply(customerId, reading, List.of());
            }
        });
    }
}
