package dev.quayside.payment.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The payment processor's customers and their saved cards. Nothing here throws for what happens at the processor or on the way.
 *
 * <p>No method may be called inside a transaction.
 */
public interface CardGateway {
    /** Makes a customer and answers its id. */
    Outcome<String> createCustomer(NewCustomer wanted, Attempt attempt);

    /** Lists customers made in a span of time. */
    Outcome<Listing<CustomerReading>> customersCreated(Instant from, Instant until);

    /** Begins to save a card for a customer. */
    Outcome<SetupReading> openSetup(NewSetup wanted, Attempt attempt);

    /** Reads a setup; one that does not exist is a rejection. */
    Outcome<SetupReading> readSetup(String setupId, Patience patience);

    /** Lists a customer's setups, newest first. */
    Outcome<Listing<SetupReading>> setupsOf(String stripeCustomerId);

    /** All cards that a customer has now, newest first. */
    Outcome<List<CardReading>> cardsOf(String stripeCustomerId, Patience patience);

    /** The customer who has a card now, or empty when nobody has; a card that does not exist is a rejection. */
    Outcome<Optional<String>> holderOf(String methodId);

    /** Takes a card from its customer, for good. */
    Outcome<Boolean> detach(String methodId, Attempt attempt);
}
