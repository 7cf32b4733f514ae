package dev.quayside.stripe.payment;

import dev.quayside.stripe.store.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The states of a PaymentIntent, in the order in which Stripe's messages list them. */
public enum IntentStatus {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CAPTURE,
    REQUIRES_CONFIRMATION,
    REQUIRES_ACTION,
    PROCESSING,
    SUCCEEDED,
    CANCELED;

    private static final String FIELD = "status";

    static IntentStatus of(Document intent) {
        return valueOf(intent.word(FIELD).toUpperCase(Locale.ROOT));
    }

    Document putOn(Document intent) {
        return intent.put(FIELD, wire());
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isConfirmable() {
        return switch (this) {
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION -> true;
            case REQUIRES_CAPTURE, PROCESSING, SUCCEEDED, CANCELED -> false;
        };
    }

    boolean isCancelable() {
        return switch (this) {
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CAPTURE, REQUIRES_CONFIRMATION, REQUIRES_ACTION, PROCESSING -> true;
            case SUCCEEDED, CANCELED -> false;
        };
    }

    boolean isCapturable() {
        return this == REQUIRES_CAPTURE;
    }

    /** Amount, customer and payment method can change until money is on its way. */
    boolean isOpen() {
        return isConfirmable();
    }

    static String listed(Predicate<IntentStatus> which) {
        List<IntentStatus> all = Arrays.asList(values());
        return all.stream().filter(which).map(IntentStatus::wire).collect(Collectors.joining(", "));
    }
}
