package dev.quayside.catalog.product;

import dev.quayside.catalog.price.Price;
import dev.quayside.catalog.price.Sale;
import dev.quayside.kit.money.Currency;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A price as its row has it; never changed, only replaced. */
@Embeddable
class PriceColumns {
    @Column
    private long amount;

    @Column(name = "compare_at")
    private @Nullable Long compareAt;

    @Column(name = "sale_amount")
    private @Nullable Long saleAmount;

    @Column(name = "sale_starts_at")
    private @Nullable Instant saleStartsAt;

    @Column(name = "sale_ends_at")
    private @Nullable Instant saleEndsAt;

    protected PriceColumns() {}

    PriceColumns(Price price) {
        amount = price.amount();
        compareAt = price.compareAt();
        Sale sale = price.sale();
        if (sale != null) {
            saleAmount = sale.amount();
            saleStartsAt = sale.startsAt();
            saleEndsAt = sale.endsAt();
        }
    }

    Price price(String currency) {
        Sale sale = saleAmount == null ? null : new Sale(saleAmount, saleStartsAt, saleEndsAt);
        return new Price(amount, Currency.of(currency), compareAt, sale);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriceColumns that
                && amount == that.amount
                && Objects.equals(compareAt, that.compareAt)
                && Objects.equals(saleAmount, that.saleAmount)
                && Objects.equals(saleStartsAt, that.saleStartsAt)
                && Objects.equals(saleEndsAt, that.saleEndsAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount, compareAt, saleAmount, saleStartsAt, saleEndsAt);
    }
}
