package dev.quayside.payment.payment;

import dev.quayside.payment.gateway.BalanceMovement;
import dev.quayside.payment.gateway.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a PaymentIntent says for the ledger. The same facts, whichever of its states were seen on the way. */
final class IntentFacts {
    private IntentFacts() {}

    static List<Fact> of(Intent intent) {
        List<Fact> facts = new ArrayList<>(money(intent));
        BalanceMovement settled = intent.settled();
        if (settled != null && settled.fee() > 0) {
            facts.add(new Fact(LedgerKind.FEE, settled.id(), settled.fee(), settled.currency()));
        }
        return facts;
    }

    private static List<Fact> money(Intent intent) {
        Fact released = new Fact(LedgerKind.RELEASED, intent.id(), intent.authorised() - intent.received());
        Stream<Fact> end = switch (intent.status()) {
            case OPEN, AUTHORIZED -> Stream.empty();
            case SUCCEEDED -> Stream.of(new Fact(LedgerKind.CAPTURED, intent.id(), intent.received()), released);
            case CANCELED -> Stream.of(new Fact(LedgerKind.CANCELED, intent.id(), intent.amount()), released);
        };
        Fact authorised = new Fact(LedgerKind.AUTHORISED, intent.id(), intent.authorised());
        return Stream.concat(Stream.of(authorised), end)
                .filter(fact -> fact.amount() > 0)
                .toList();
    }
}
