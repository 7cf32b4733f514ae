package dev.quayside.order.cart;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The body that puts a sku into a cart: how many of it the cart has from then on. */
record QuantityRequest(@NotNull @Min(1) @Max(999) Integer quantity) {}
