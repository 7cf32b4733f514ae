package dev.quayside.payment.death;

import dev.quayside.payment.testing.OtherServices;
import dev.quayside.payment.testing.Rows;
import java.util.List;

/** What scenes are made with. */
record Stage(Seeds seeds, Wallets wallets, OtherServices others, Rows rows) {
    Books books() {
        return new Books(others, seeds, rows);
    }

    /** Everything that Stripe lists before this second has been seen; the listings overlap by five seconds. */
    void caughtUp() {
        for (String name : List.of("EVENTS", "CARD_EVENTS", "REFUNDS", "DISPUTES", "INTENTS")) {
            rows.run(
                    "insert into stripe_listings (name, seen_until) values (?, date_trunc('second', now()) + interval '5 s')"
                            + " on conflict (name) do update set seen_until = excluded.seen_until, cut_until = null,"
                            + " cut_after = null",
                    name);
        }
    }
}
