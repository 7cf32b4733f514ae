package dev.quayside.order.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.quayside.kit.money.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as the audit reads it; amounts in minor units. One that was cancelled before it was opened has no currency. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuditedPayment(
        UUID orderId,
        String status,
        @Nullable Currency currency,
        long amount,
        @Nullable Long authorized,
        long captured,
        long refunded) {

    /** Whether the issuer keeps money ready for it that has not moved. */
    public boolean isAuthorized() {
        return status.equals("authorized");
    }

    /** What the issuer has granted. */
    public long granted() {
        return authorized == null ? 0 : authorized;
    }

    /** Whether the money is in a currency; of a payment that has none it is in none. */
    public boolean isIn(Currency expected) {
        return currency != null && currency.equals(expected);
    }
}
