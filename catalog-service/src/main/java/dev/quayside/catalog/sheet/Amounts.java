package dev.quayside.catalog.sheet;

import dev.quayside.kit.money.Currency;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of money as people write them: whole units, with a point or a comma before the decimals. Never a separator of thousands. */
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(?:[.,](\\d+))?");

    private Amounts() {}

    /** The minor units of a text, or empty if it is no amount of the currency: more decimals than it has are refused, not rounded. */
    static Optional<Long> read(String text, Currency currency) {
        var matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(1);
        if (decimals != null && decimals.length() > currency.decimals()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(',', '.'))
                .movePointRight(currency.decimals())
                .longValueExact());
    }

    static String write(long amount, Currency currency) {
        return BigDecimal.valueOf(amount, currency.decimals()).toPlainString();
    }
}
