package dev.quayside.order.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.order.cart.CartSnapshot;
import dev.quayside.order.order.OrderView;
import org.jspecify.annotations.Nullable;

/** An order or a cart of a customer: one of the two is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportEntry(@Nullable OrderView order, @Nullable CartSnapshot cart) {
    static ExportEntry of(OrderView order) {
        return new ExportEntry(order, null);
    }

    static ExportEntry of(CartSnapshot cart) {
        return new ExportEntry(null, cart);
    }
}
