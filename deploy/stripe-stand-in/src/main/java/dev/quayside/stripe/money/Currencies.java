package dev.quayside.stripe.money;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The currencies that Stripe charges and how it counts them; from Stripe's own table, which differs from the JDK's for
 * MGA, ISK and UGX.
 */
public final class Currencies {
    /** Most that one charge may be, in minor units: eight digits. */
    public static final long MAXIMUM = 99_999_999;

    private static final Set<String> ALL =
            Set.copyOf(Arrays.asList(("usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd"
                            + " bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp etb"
                            + " eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr"
                            + " kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad"
                            + " ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp"
                            + " sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xof xpf"
                            + " yer zar zmw")
                    .split(" ", -1)));
    private static final Set<String> ZERO_DECIMAL = Set.of(
            "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf");
    private static final Set<String> THREE_DECIMAL = Set.of("bhd", "jod", "kwd", "omr", "tnd");
    private static final Set<String> WHOLE_ONLY = Set.of("isk", "ugx");
    private static final Map<String, Long> MINIMUM = Map.ofEntries(
            Map.entry("usd", 50L),
            Map.entry("eur", 50L),
            Map.entry("chf", 50L),
            Map.entry("cad", 50L),
            Map.entry("aud", 50L),
            Map.entry("gbp", 30L),
            Map.entry("jpy", 50L),
            Map.entry("dkk", 250L),
            Map.entry("sek", 300L),
            Map.entry("nok", 300L),
            Map.entry("pln", 200L),
            Map.entry("czk", 1500L),
            Map.entry("huf", 17500L));
    private static final Map<String, String> SYMBOL =
            Map.of("usd", "$", "eur", "€", "gbp", "£", "jpy", "¥", "cad", "$", "aud", "$");

    private Currencies() {}

    public static boolean knows(String currency) {
        return ALL.contains(currency);
    }

    public static List<String> all() {
        return ALL.stream().sorted().toList();
    }

    /** Smallest charge in minor units; 1 where Stripe's table has no line for the currency. */
    public static long minimum(String currency) {
        return MINIMUM.getOrDefault(currency, 1L);
    }

    /** What an amount must be a multiple of: ISK and UGX are sent times 100 but have no cents. */
    public static long step(String currency) {
        if (WHOLE_ONLY.contains(currency)) {
            return 100;
        }
        return THREE_DECIMAL.contains(currency) ? 10 : 1;
    }

    /** An amount as Stripe's messages write it: {@code $25.00}. */
    public static String format(long amount, String currency) {
        String symbol = SYMBOL.getOrDefault(currency, "");
        String suffix = symbol.isEmpty() ? " " + currency.toUpperCase(Locale.ROOT) : "";
        return symbol + digits(amount, decimals(currency)) + suffix;
    }

    private static int decimals(String currency) {
        if (ZERO_DECIMAL.contains(currency)) {
            return 0;
        }
        return THREE_DECIMAL.contains(currency) ? 3 : 2;
    }

    private static String digits(long amount, int decimals) {
        String grouped = String.format(Locale.ROOT, "%,d", amount / scale(decimals));
        return decimals == 0
                ? grouped
                : grouped + String.format(Locale.ROOT, ".%0" + decimals + "d", amount % scale(decimals));
    }

    private static long scale(int decimals) {
        return switch (decimals) {
            case 0 -> 1;
            case 2 -> 100;
            default -> 1_000;
        };
    }
}
