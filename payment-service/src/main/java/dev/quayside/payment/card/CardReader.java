package dev.quayside.payment.card;

import dev.quayside.payment.customer.Customers;
import dev.quayside.payment.gateway.CardGateway;
import dev.quayside.payment.gateway.CardReading;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads all cards of a customer from Stripe and applies them. */
@ApplicationScoped
public class CardReader {
    private static final Logger LOG = Logger.getLogger(CardReader.class);

    private final Cards cards;
    private final Customers customers;
    private final LostCustomers lost;
    private final CardGateway gateway;

    CardReader(Cards cards, Customers customers, LostCustomers lost, CardGateway gateway) {
        this.cards = cards;
        this.customers = customers;
        this.lost = lost;
        this.gateway = gateway;
    }

    /** False when Stripe did not answer; then what is stored stays. A customer who is not known to Stripe has no cards. */
    public boolean read(UUID customerId, Patience patience) {
        Optional<String> stripeId = customers.stripeId(customerId);
        if (stripeId.isEmpty()) {
            return true;
        }
        long reading = cards.beginReading(customerId);
        Outcome<List<CardReading>> read = gateway.cardsOf(stripeId.get(), patience);
        if (read.isSuccess()) {
            cards.apply(customerId, reading, read.value());
            return true;
        }
        if (read.failure().isMissing()) {
            lost.missing(stripeId.get());
            return true;
        }
        LOG.infof(
                "cards of %s could not be read: %s",
                stripeId.get(), read.failure().message());
        return false;
    }
}
