package dev.quayside.payment.opening;

import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.gateway.CaptureMethod;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order owes, and a line for the merchant's Dashboard.
 *
 * @param customerId who pays; needed for the two below
 * @param paymentMethodId a saved card of that customer to propose to the payer
 * @param savePaymentMethod whether the card that pays is saved for that customer
 * @param capture when the money is taken; automatic if it is not said
 */
public record OpenPaymentRequest(
        @NotNull Money amount,
        @Size(max = 500) @Nullable String description,
        @Nullable UUID customerId,

        @Pattern(regexp = "[A-Za-z0-9_]{1,255}", message = "must be the id of a saved payment method") @Nullable
        String paymentMethodId,

        @Nullable Boolean savePaymentMethod,
        CaptureMethod capture) {

    public OpenPaymentRequest {
        capture = Objects.requireNonNullElse(capture, CaptureMethod.AUTOMATIC);
    }

    /** An amount that can be charged at all: positive, and in a currency's own steps. Anything else is a 422. */
    Money chargeable() {
        if (amount.currency() == null) {
            throw ProblemException.invalidField("amount.currency", "not_null", "must not be null");
        }
        if (amount.amount() <= 0) {
            throw ProblemException.invalidField("amount.amount", "positive", "must be greater than 0");
        }
        if (!amount.currency().canCharge(amount.amount())) {
            String step = String.valueOf(amount.currency().step());
            throw ProblemException.invalidField("amount.amount", "step", "must be a multiple of " + step);
        }
        return amount;
    }

    /** The customer whose saved cards the payment has to do with, if it has; without a customer that is a 422. */
    @Nullable
    UUID cardCustomer() {
        if (paymentMethodId == null && !saves()) {
            return null;
        }
        if (customerId == null) {
            throw ProblemException.invalidField("customerId", "not_null", "must be given with a saved payment method");
        }
        return customerId;
    }

    boolean saves() {
        return Boolean.TRUE.equals(savePaymentMethod);
    }
}
