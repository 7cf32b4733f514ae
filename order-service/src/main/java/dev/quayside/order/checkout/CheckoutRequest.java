package dev.quayside.order.checkout;

import dev.quayside.kit.money.Money;
import dev.quayside.order.order.Address;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of a checkout.
 *
 * @param expectedTotal the total that the shopper was shown; nothing is bought at another one
 */
record CheckoutRequest(
        @NotBlank @Size(max = 254) @Email String email,
        @NotNull @Valid Address shippingAddress,

        @NotNull @Pattern(regexp = "standard", message = "must be standard, the one method there is")
        String shippingMethod,

        @NotNull Money expectedTotal) {}
