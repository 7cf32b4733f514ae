package dev.quayside.order.checkout;

import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.order.Address;
import dev.quayside.order.order.CardChoice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a checkout.
 *
 * @param expectedTotal the total that the shopper was shown; nothing is bought at another one
 * @param paymentMethodId a saved card of the signed-in customer to pay with; null for a card that is entered
 * @param savePaymentMethod whether the card that pays is saved for the signed-in customer; null is no
 */
record CheckoutRequest(
        @NotBlank @Size(max = 254) @Email String email,
        @NotNull @Valid Address shippingAddress,

        @NotNull @Pattern(regexp = "standard", message = "must be standard, the one method there is")
        String shippingMethod,

        @NotNull Money expectedTotal,

        @Pattern(regexp = "[A-Za-z0-9_]{1,255}", message = "must be the id of a saved payment method") @Nullable
        String paymentMethodId,

        @Nullable Boolean savePaymentMethod) {

    /** A guest has no saved cards: asking for one is a 422 on the field. */
    void requireAllowed(Optional<UUID> customer) {
        if (customer.isEmpty() && paymentMethodId != null) {
            throw forCustomers("paymentMethodId");
        }
        if (customer.isEmpty() && card().save()) {
            throw forCustomers("savePaymentMethod");
        }
    }

    /** What is chosen about saved cards. */
    CardChoice card() {
        return new CardChoice(paymentMethodId, Boolean.TRUE.equals(savePaymentMethod));
    }

    private static ProblemException forCustomers(String field) {
        return ProblemException.invalidField(field, "customers_only", "is for signed-in customers");
    }
}
