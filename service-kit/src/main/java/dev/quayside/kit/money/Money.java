package dev.quayside.kit.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An amount in minor units of one currency: 1999 EUR is € 19.99. Arithmetic is exact; mixing currencies and overflow throw.
 *
 * @param amount minor units, may be negative
 * @param currency the currency
 */
public record Money(long amount, Currency currency) {
    public Money {
        // JSON without a currency ends here, as a request that cannot be read.
        Objects.requireNonNull(currency, "currency");
    }

    public static Money of(long amount, String currency) {
        return new Money(amount, Currency.of(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, same(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, same(other)), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }

    /**
     * The share that a rate makes of this amount (0.19 for 19 %), rounded half up to the smallest amount that the currency can be
     * charged in. It is the one place where money is rounded.
     */
    public Money share(BigDecimal rate) {
        BigDecimal steps = BigDecimal.valueOf(amount)
                .multiply(rate)
                .divide(BigDecimal.valueOf(currency.step()), 0, RoundingMode.HALF_UP);
        return new Money(Math.multiplyExact(steps.longValueExact(), currency.step()), currency);
    }

    /** Whether nothing is left; not part of the JSON, which Jackson would otherwise take it for. */
    @JsonIgnore
    public boolean isZero() {
        return amount == 0;
    }

    private long same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other.amount;
    }
}
