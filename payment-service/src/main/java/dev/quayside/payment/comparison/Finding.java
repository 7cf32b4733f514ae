package dev.quayside.payment.comparison;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not agree.
 *
 * @param orderId null for what is about no order
 * @param subject what it is about: the order, one of Stripe's objects, or a sku
 * @param summary both sides in a sentence
 * @param repair what can mend it; null when a person has to
 */
public record Finding(
        Code code,
        @Nullable UUID orderId,
        String subject,
        String summary,
        @Nullable RepairAction repair) {

    /** Whether it is the same thing at another look. */
    public boolean isSame(Finding other) {
        return code == other.code && subject.equals(other.subject);
    }

    /** Whether its subject is a PaymentIntent. */
    public boolean isAboutIntent() {
        return subject.startsWith("pi_");
    }
}
