package dev.quayside.payment.gateway;

import java.util.List;

/**
 * The payment processor's lists, a page at a time: what was made there, whoever made it and whether or not anybody was told. Nothing
 * here throws for what happens at the processor or on the way.
 *
 * <p>No method may be called inside a transaction.
 */
public interface PaymentLists {
    /** Events of these types. The processor keeps them for 30 days, and may never have made one. */
    Outcome<Slice<ListedEvent>> events(Span span, List<String> types);

    Outcome<Slice<RefundReading>> refunds(Span span);

    Outcome<Slice<DisputeReading>> disputes(Span span);

    Outcome<Slice<Intent>> intents(Span span);
}
