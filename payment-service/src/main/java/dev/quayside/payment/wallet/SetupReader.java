package dev.quayside.payment.wallet;

import dev.quayside.payment.card.CardReader;
import dev.quayside.payment.gateway.CardGateway;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.SetupReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads a setup from Stripe, and its customer's cards if it has succeeded. */
@ApplicationScoped
public class SetupReader {
    private static final Logger LOG = Logger.getLogger(SetupReader.class);

    private final Setups setups;
    private final CardReader cards;
    private final CardGateway gateway;

    SetupReader(Setups setups, CardReader cards, CardGateway gateway) {
        this.setups = setups;
        this.cards = cards;
        this.gateway = gateway;
    }

    /** False when Stripe did not answer: nothing is stored, or only the cards. */
    public boolean read(UUID setupId, Patience patience) {
        SetupState setup = setups.get(setupId);
        String stripeId = setup.stripeId();
        if (stripeId == null) {
            return true;
        }
        Outcome<SetupReading> read = gateway.readSetup(stripeId, patience);
        if (!read.isSuccess()) {
            LOG.infof("%s could not be read: %s", stripeId, read.failure().message());
            return false;
        }
        boolean saved = read.value().state() == SetupReading.State.SUCCEEDED;
        // The cards first: a setup that has succeeded is not looked at again.
        if (saved && !cards.read(setup.customerId(), patience)) {
            return false;
        }
        setups.apply(setupId, read.value());
        return true;
    }

    /**
     * The setup of a SetupIntent that an event tells of; empty when it was not made here, or Stripe does not know it. An event can
     * come before the call that made the SetupIntent has returned.
     */
    public Outcome<Optional<UUID>> meet(String setupIntent) {
        Optional<UUID> known = setups.ofStripe(setupIntent);
        return known.isPresent()
                ? Outcome.succeeded(known)
                : gateway.readSetup(setupIntent, Patience.WORKER).map(setups::adopt);
    }
}
