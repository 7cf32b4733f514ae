package dev.quayside.stripe.charge;

import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Store;
import java.time.Duration;

/** What Stripe writes to the merchant's balance; amounts are signed minor units, fees are never given back. */
public final class BalanceTransactions {
    private static final long AVAILABLE_AFTER_SECONDS = Duration.ofDays(2).toSeconds();
    private static final long FEE_PER_MILLE = 29;
    private static final long FIXED_FEE = 30;

    private final Documents documents;

    public BalanceTransactions(Store store) {
        this.documents = store.documents("balance_transaction", "txn");
    }

    Documents documents() {
        return documents;
    }

    public String forCharge(Document charge) {
        long amount = charge.number("amount_captured");
        // 2.9 % rounded half up, plus 30; integers alone
        return write("charge", amount, (amount * FEE_PER_MILLE + 500) / 1_000 + FIXED_FEE, charge)
                .id();
    }

    /** An entry without a fee; the type is {@code refund}, {@code refund_failure} or {@code adjustment}. */
    public Document write(String type, long amount, Document source) {
        return write(type, amount, 0, source);
    }

    private Document write(String type, long amount, long fee, Document source) {
        Document entry = documents.create();
        entry.put("amount", amount)
                .put("available_on", entry.created() + AVAILABLE_AFTER_SECONDS)
                .put("currency", source.text("currency"))
                .clear("description", "exchange_rate")
                .put("fee", fee)
                .put("net", amount - fee)
                .put("reporting_category", type)
                .put("source", source.id())
                .put("status", "pending")
                .put("type", type);
        entry.put("fee_details", Json.array());
        if (fee > 0) {
            entry.json()
                    .withArrayProperty("fee_details")
                    .add(Json.object()
                            .put("amount", fee)
                            .putNull("application")
                            .put("currency", source.text("currency"))
                            .put("description", "Stripe processing fees")
                            .put("type", "stripe_fee"));
        }
        return documents.save(entry);
    }
}
