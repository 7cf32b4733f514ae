package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.order.catalog.OptionsColumn;
import dev.quayside.order.pricing.PricedLine;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Map;
import java.util.UUID;

/** A line of an order: its price is the one that was agreed to, whatever the catalogue says later. */
@Embeddable
class OrderLine {
    @Column(name = "sku")
    String sku;

    @Column(name = "product_id")
    UUID productId;

    @Column(name = "variant_id")
    UUID variantId;

    @Column(name = "title")
    String title;

    @Column(name = "options")
    @Convert(converter = OptionsColumn.class)
    Map<String, String> options;

    @Column(name = "quantity")
    int quantity;

    @Column(name = "unit_price")
    long unitPrice;

    @Column(name = "line_total")
    long lineTotal;

    OrderLine() {}

    static OrderLine of(PricedLine priced) {
        OrderLine line = new OrderLine();
        line.sku = priced.sku();
        line.productId = priced.productId();
        line.variantId = priced.variantId();
        line.title = priced.title();
        line.options = priced.options();
        line.quantity = priced.quantity();
        line.unitPrice = priced.unitPrice().amount();
        line.lineTotal = priced.lineTotal().amount();
        return line;
    }

    PricedLine priced(Currency currency) {
        return new PricedLine(sku, productId, variantId, title, options, quantity, new Money(unitPrice, currency));
    }
}
