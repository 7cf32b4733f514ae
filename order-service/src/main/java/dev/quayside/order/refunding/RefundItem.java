package dev.quayside.order.refunding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** So many units of a sku of the order. */
record RefundItem(
        @NotNull String sku, @NotNull @Min(1) @Max(999) Integer quantity) {}
