package dev.quayside.order.purchase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Whether a customer has bought a product.
 *
 * @param skus under which the product is sold now; what was sold under another is found by the product's id
 */
record PurchaseQuestion(
        @NotNull UUID customerId,
        @NotNull UUID productId,
        @NotNull @Size(max = 200) List<@NotNull @Size(min = 1, max = 64) String> skus) {}
