package dev.quayside.payment.webhook;

import dev.quayside.payment.card.CardReader;
import dev.quayside.payment.card.Cards;
import dev.quayside.payment.customer.Customers;
import dev.quayside.payment.gateway.CardGateway;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.wallet.SetupReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Works on events about setups and saved cards: finds whose they are, by our rows or else at Stripe, and has them read. */
@ApplicationScoped
class CardEvents {
    private final SetupReader setups;
    private final Cards cards;
    private final CardReader reader;
    private final Customers customers;
    private final CardGateway gateway;

    CardEvents(SetupReader setups, Cards cards, CardReader reader, Customers customers, CardGateway gateway) {
        this.setups = setups;
        this.cards = cards;
        this.reader = reader;
        this.customers = customers;
        this.gateway = gateway;
    }

    EventResult aboutSetup(String setupIntent) {
        Optional<UUID> setup = found(setupIntent, setups.meet(setupIntent));
        return setup.isEmpty()
                ? EventResult.FOREIGN_OBJECT
                : applied(setupIntent, setups.read(setup.get(), Patience.WORKER));
    }

    EventResult aboutMethod(String methodId) {
        Optional<UUID> known = cards.holderOf(methodId);
        Optional<UUID> holder = known.isPresent()
                ? known
                : found(methodId, gateway.holderOf(methodId)).flatMap(customers::ofStripe);
        return holder.isEmpty()
                ? EventResult.FOREIGN_OBJECT
                : applied(methodId, reader.read(holder.get(), Patience.WORKER));
    }

    private static <T> Optional<T> found(String id, Outcome<Optional<T>> read) {
        if (read.isSuccess()) {
            return read.value();
        }
        if (!read.isFinal() || read.failure().isAboutCaller()) {
            throw new UnworkableEventException(
                    id + " could not be read: " + read.failure().message());
        }
        return Optional.empty();
    }

    private static EventResult applied(String id, boolean read) {
        if (!read) {
            throw new UnworkableEventException(id + ": the customer's cards could not be read");
        }
        return EventResult.APPLIED;
    }
}
