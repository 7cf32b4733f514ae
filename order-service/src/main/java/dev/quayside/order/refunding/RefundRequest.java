package dev.quayside.order.refunding;

import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.refund.RefundReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body that asks for a refund: of an amount, or of items.
 *
 * @param items 1 to 100, each sku once
 * @param includeShipping whether shipping goes back too; only with items, once for an order
 * @param restock whether the units go back on the shelf; only with items
 * @param reason {@code requested_by_customer} when it is left out
 * @param note for the shop's own people
 */
record RefundRequest(
        @Nullable Money amount,
        @Nullable @Size(min = 1, max = 100) List<@NotNull @Valid RefundItem> items,
        @Nullable Boolean includeShipping,
        @Nullable Boolean restock,

        @Nullable
        @Pattern(
                regexp = "requested_by_customer|duplicate|fraudulent",
                message = "must be requested_by_customer, duplicate or fraudulent")
        String reason,

        @Nullable @Size(max = 500) @Pattern(regexp = "[\\n\\r\\t[^\\p{Cc}\\p{Cs}]]*", message = "must be text")
        String note) {

    /** Passes a request of either an amount or items; anything else is a 422. */
    RefundRequest checked() {
        if ((amount == null) == (items == null)) {
            throw ProblemException.invalidField("amount", "one_of", "must be given, or items, and not both");
        }
        if (items == null && withShipping()) {
            throw ProblemException.invalidField("includeShipping", "items_only", "can be true with items only");
        }
        if (items == null && withRestock()) {
            throw ProblemException.invalidField("restock", "items_only", "can be true with items only");
        }
        return this;
    }

    boolean withShipping() {
        return includeShipping != null && includeShipping;
    }

    boolean withRestock() {
        return restock != null && restock;
    }

    RefundReason because() {
        return reason == null ? RefundReason.REQUESTED_BY_CUSTOMER : RefundReason.of(reason);
    }
}
