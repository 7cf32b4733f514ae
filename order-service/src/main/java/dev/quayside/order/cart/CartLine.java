package dev.quayside.order.cart;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.order.catalog.OptionsColumn;
import dev.quayside.order.pricing.PricedLine;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A line of a cart, with what the catalogue said of it when it was written. */
@Embeddable
class CartLine {
    @Column(name = "position")
    int position;

    @Column(name = "quantity")
    int quantity;

    @Column(name = "product_id")
    UUID productId;

    @Column(name = "variant_id")
    UUID variantId;

    @Column(name = "title")
    String title;

    @Column(name = "options")
    @Convert(converter = OptionsColumn.class)
    Map<String, String> options;

    @Column(name = "unit_price")
    long unitPrice;

    @Column(name = "priced_at")
    Instant pricedAt;

    CartLine() {}

    CartLine(int position, PricedLine line, Instant now) {
        this.position = position;
        this.quantity = line.quantity();
        this.productId = line.productId();
        this.variantId = line.variantId();
        this.title = line.title();
        this.options = line.options();
        this.unitPrice = line.unitPrice().amount();
        this.pricedAt = now;
    }

    PricedLine priced(String sku, Currency currency) {
        return new PricedLine(sku, productId, variantId, title, options, quantity, new Money(unitPrice, currency));
    }
}
