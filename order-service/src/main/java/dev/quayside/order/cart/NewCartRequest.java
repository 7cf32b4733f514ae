package dev.quayside.order.cart;

import jakarta.validation.constraints.NotNull;

/** The body that makes a cart: the currency that all its prices are in, such as {@code EUR}. */
record NewCartRequest(@NotNull String currency) {}
