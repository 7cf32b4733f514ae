package dev.quayside.payment.card;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads a customer's cards, of which something says that our rows are behind. Its subject is the customer. */
@ApplicationScoped
class ReadCardsStep implements DurableStep {
    static final String NAME = "read-cards";

    private final CardReader reader;

    ReadCardsStep(CardReader reader) {
        this.reader = reader;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID customerId) {
        if (!reader.read(customerId, Patience.WORKER)) {
            throw new IllegalStateException("the cards of customer " + customerId + " could not be read");
        }
        return Outcome.DONE;
    }
}
