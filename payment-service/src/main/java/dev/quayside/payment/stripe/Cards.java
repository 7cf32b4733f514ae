package dev.quayside.payment.stripe;

import com.stripe.model.Customer;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import dev.quayside.payment.gateway.CardReading;
import dev.quayside.payment.gateway.CustomerReading;
import dev.quayside.payment.gateway.SetupReading;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stripe's customers, setups and cards in this service's words. One without what it must have throws: its call is unknown. */
final class Cards {
    static final String CUSTOMER_ID = "customerId";

    private Cards() {}

    static CustomerReading of(Customer customer) {
        return new CustomerReading(Objects.requireNonNull(customer.getId(), "id"), operationId(customer.getMetadata()));
    }

    static SetupReading of(SetupIntent setup) {
        return new SetupReading(
                Objects.requireNonNull(setup.getId(), "id"),
                state(Objects.requireNonNull(setup.getStatus(), "status")),
                setup.getClientSecret(),
                operationId(setup.getMetadata()),
                Intents.created(setup.getCreated()));
    }

    static CardReading of(PaymentMethod method) {
        PaymentMethod.Card card = Objects.requireNonNull(method.getCard(), "card");
        return new CardReading(
                Objects.requireNonNull(method.getId(), "id"),
                Objects.requireNonNullElse(card.getBrand(), "unknown"),
                Objects.requireNonNullElse(card.getLast4(), ""),
                Math.toIntExact(Objects.requireNonNull(card.getExpMonth(), "exp_month")),
                Math.toIntExact(Objects.requireNonNull(card.getExpYear(), "exp_year")),
                card.getFingerprint(),
                Intents.created(method.getCreated()));
    }

    /** A status of a later API version counts as open: nothing is concluded from it. */
    private static SetupReading.State state(String stripe) {
        return switch (stripe) {
            case "succeeded" -> SetupReading.State.SUCCEEDED;
            case "canceled" -> SetupReading.State.CANCELED;
            default -> SetupReading.State.OPEN;
        };
    }

    private static @Nullable String operationId(@Nullable Map<String, String> metadata) {
        return metadata == null ? null : metadata.get(Intents.OPERATION_ID);
    }
}
