package dev.quayside.payment.wallet;

import dev.quayside.kit.page.Page;
import dev.quayside.payment.card.CardList;
import dev.quayside.payment.card.CardReader;
import dev.quayside.payment.card.Cards;
import dev.quayside.payment.card.PaymentMethodView;
import dev.quayside.payment.gateway.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Saved cards as they are now: read from Stripe first while a card may turn up that nobody has told of, else as stored. */
@ApplicationScoped
class PaymentMethods {
    private final Cards cards;
    private final CardList list;
    private final CardReader reader;

    PaymentMethods(Cards cards, CardList list, CardReader reader) {
        this.cards = cards;
        this.list = list;
        this.reader = reader;
    }

    Page<PaymentMethodView> page(UUID customerId, UriInfo uri) {
        refresh(customerId);
        return list.page(customerId, uri);
    }

    PaymentMethodView get(UUID customerId, String methodId) {
        refresh(customerId);
        return list.get(customerId, methodId);
    }

    /** When Stripe does not answer in time, what is stored is shown. */
    private void refresh(UUID customerId) {
        if (cards.expects(customerId)) {
            reader.read(customerId, Patience.SHOPPER);
        }
    }
}
