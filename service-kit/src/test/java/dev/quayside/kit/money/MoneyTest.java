package dev.quayside.kit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void minorUnitsFollowStripesTable() {
        assertThat(Currency.of("EUR").decimals()).isEqualTo(2);
        assertThat(Currency.of("JPY").decimals()).isZero();
        assertThat(Currency.of("MGA").decimals()).isZero();
        assertThat(Currency.of("ISK").decimals()).isEqualTo(2);
        assertThat(Currency.of("ISK").canCharge(150)).isFalse();
        assertThat(Currency.of("UGX").canCharge(200)).isTrue();
    }

    @Test
    void unknownOrLowerCaseCurrencyIsRefused() {
        assertThat(Currency.find("eur")).isEmpty();
        assertThatThrownBy(() -> Currency.of("XXX")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shareIsRoundedHalfUpToWhatCanBeCharged() {
        assertThat(Money.of(250, "EUR").share(new BigDecimal("0.01"))).isEqualTo(Money.of(3, "EUR"));
        assertThat(Money.of(249, "EUR").share(new BigDecimal("0.01"))).isEqualTo(Money.of(2, "EUR"));
        assertThat(Money.of(1000, "ISK").share(new BigDecimal("0.24"))).isEqualTo(Money.of(200, "ISK"));
    }

    @Test
    void mixingCurrenciesAndOverflowThrow() {
        Money euro = Money.of(1, "EUR");
        assertThatThrownBy(() -> euro.plus(Money.of(1, "USD"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euro.times(Long.MAX_VALUE).plus(euro)).isInstanceOf(ArithmeticException.class);
    }
}
