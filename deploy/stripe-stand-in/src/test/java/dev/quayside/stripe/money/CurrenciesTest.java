package dev.quayside.stripe.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesTest {
    @ParameterizedTest
    @CsvSource({
        "2500, usd, $25.00",
        "21, usd, $0.21",
        "123456789, eur, '€1,234,567.89'",
        "50, jpy, ¥50",
        "5, mga, 5 MGA"
    })
    void amountsAreWrittenAsInStripesMessages(long amount, String currency, String text) {
        assertThat(Currencies.format(amount, currency)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"usd, 50", "gbp, 30", "jpy, 50", "dkk, 250", "sek, 300", "pln, 200", "czk, 1500", "huf, 17500"})
    void minimumIsStripesTable(String currency, long minimum) {
        assertThat(Currencies.minimum(currency)).isEqualTo(minimum);
    }

    @ParameterizedTest
    @CsvSource({"isk, 100", "ugx, 100", "usd, 1", "jpy, 1"})
    void someCurrenciesHaveCentsInNameOnly(String currency, long step) {
        assertThat(Currencies.step(currency)).isEqualTo(step);
    }
}
