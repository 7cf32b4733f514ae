package dev.quayside.kit.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A currency that the shop can charge in, with the number of decimals of the minor unit <em>as Stripe counts it</em>.
 *
 * <p>Source: Stripe's currency table. ISK and UGX have no decimals in ISO 4217 but are sent in hundredths that must be whole; the
 * JDK's {@link java.util.Currency} disagrees with Stripe for those and for MGA, so it is not used.
 */
public final class Currency {
    private static final Set<String> NONE = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> WHOLE_HUNDREDTHS = Set.of("ISK", "UGX");
    private static final Set<String> TWO = Set.of(
            "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF",
            "IDR", "ILS", "INR", "MAD", "MXN", "MYR", "NOK", "NZD", "PEN", "PHP", "PLN", "QAR", "RON", "RSD", "SAR",
            "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "UYU", "ZAR");
    private static final Map<String, Currency> KNOWN = known();

    private final String code;
    private final int decimals;
    private final long step;

    private Currency(String code, int decimals, long step) {
        this.code = code;
        this.decimals = decimals;
        this.step = step;
    }

    /** The currency of an ISO 4217 code in capitals; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static Currency of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("unknown currency " + code));
    }

    /** The currency of an ISO 4217 code in capitals, or empty. */
    public static Optional<Currency> find(String code) {
        return Optional.ofNullable(KNOWN.get(code));
    }

    /** The ISO 4217 code, in capitals. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The code as Stripe's API spells it. */
    public String stripeCode() {
        return code.toLowerCase(Locale.ROOT);
    }

    /** How many decimals the minor unit has: 2 for EUR, 0 for JPY. */
    public int decimals() {
        return decimals;
    }

    /** Whether an amount of minor units can be charged at all: ISK and UGX take whole hundreds only. */
    public boolean canCharge(long minorUnits) {
        return minorUnits % step == 0;
    }

    /** The smallest number of minor units that amounts of this currency are made of: 100 for ISK and UGX, else 1. */
    public long step() {
        return step;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Currency currency && currency.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }

    private static Map<String, Currency> known() {
        Map<String, Currency> known = new TreeMap<>();
        NONE.forEach(code -> known.put(code, new Currency(code, 0, 1)));
        TWO.forEach(code -> known.put(code, new Currency(code, 2, 1)));
        WHOLE_HUNDREDTHS.forEach(code -> known.put(code, new Currency(code, 2, 100)));
        return Map.copyOf(known);
    }
}
