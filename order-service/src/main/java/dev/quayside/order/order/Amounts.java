package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.order.pricing.Totals;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** What an order costs, in minor units of one currency; the database checks that it adds up. */
@Embeddable
class Amounts {
    @Column(name = "currency")
    String currency;

    @Column(name = "tax_rate")
    BigDecimal taxRate;

    @Column(name = "subtotal")
    long subtotal;

    @Column(name = "discount")
    long discount;

    @Column(name = "shipping")
    long shipping;

    @Column(name = "tax")
    long tax;

    @Column(name = "total")
    long total;

    Amounts() {}

    Amounts(Totals totals, BigDecimal taxRate) {
        this.currency = totals.total().currency().code();
        this.taxRate = taxRate;
        this.subtotal = totals.subtotal().amount();
        this.discount = totals.discount().amount();
        this.shipping = totals.shipping().amount();
        this.tax = totals.tax().amount();
        this.total = totals.total().amount();
    }

    Currency in() {
        return Currency.of(currency);
    }

    Totals totals() {
        return new Totals(money(subtotal), money(discount), money(shipping), money(tax), money(total));
    }

    private Money money(long amount) {
        return new Money(amount, in());
    }
}
