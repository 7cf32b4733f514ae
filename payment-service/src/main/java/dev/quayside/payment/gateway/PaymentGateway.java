package dev.quayside.payment.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The payment processor. Nothing here throws for what happens at the processor or on the way: see {@link Outcome}.
 *
 * <p>No method may be called inside a transaction.
 */
public interface PaymentGateway {
    /** Opens a payment that a shopper can pay by card. */
    Outcome<Intent> open(OpenIntent wanted, Attempt attempt);

    /** Cancels a payment; one that has already ended is a rejection that shows it. */
    Outcome<Intent> cancel(String intentId, Attempt attempt);

    /** Takes what was granted, all or a part, and releases the rest; one that has already ended is a rejection that shows it. */
    Outcome<Intent> capture(CaptureOrder wanted, Attempt attempt);

    /** Gives money back. */
    Outcome<RefundReading> refund(RefundOrder wanted, Attempt attempt);

    /** Reads a payment. */
    Outcome<Intent> read(String intentId, Patience patience);

    /** Reads all refunds of a payment, whoever made them. */
    Outcome<List<RefundReading>> refundsOf(String intentId, Patience patience);

    /** Reads all disputes of a payment, those that are over too. */
    Outcome<List<DisputeReading>> disputesOf(String intentId, Patience patience);

    /** The payment that an object belongs to, or empty when it belongs to none; an object that does not exist is a rejection. */
    Outcome<Optional<String>> intentBehind(ChargeObject kind, String id);

    /** Lists payments made in a span of time. */
    Outcome<Listing<Intent>> intentsCreated(Instant from, Instant until);

    /** Lists refunds made since a time. */
    Outcome<Listing<RefundReading>> refundsCreatedSince(Instant from);

    /** Lists disputes opened since a time. */
    Outcome<Listing<DisputeReading>> disputesCreatedSince(Instant from);
}
