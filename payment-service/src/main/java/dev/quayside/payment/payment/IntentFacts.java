package dev.quayside.payment.payment;

import dev.quayside.payment.gateway.BalanceMovement;
import dev.quayside.payment.gateway.Intent;
import java.util.ArrayList;
import java.util.List;

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
        Fact authorised = new Fact(LedgerKind.AUTHORISED, intent.id(), intent.authorised());
        return switch (intent.status()) {
            case SUCCEEDED -> List.of(authorised, new Fact(LedgerKind.CAPTURED, intent.id(), intent.received()));
            case CANCELED -> List.of(new Fact(LedgerKind.CANCELED, intent.id(), intent.amount()));
            case OPEN -> intent.authorised() == 0 ? List.of() : List.of(authorised);
        };
    }
}
