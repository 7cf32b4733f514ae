package dev.quayside.order.pricing;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The shop's configured prices beside the catalogue's: shipping in each currency that it sells in, and the tax rate. */
@ApplicationScoped
public class PriceRules {
    /** The one shipping method. */
    public static final String STANDARD = "standard";

    private final Map<Currency, Money> shipping;
    private final BigDecimal taxRate;

    PriceRules(ShippingPrices prices, @ConfigProperty(name = "quayside.tax-rate") BigDecimal taxRate) {
        // An environment variable gives the currency in lower case, the file in upper: both mean the same price.
        this.shipping = prices.standard().entrySet().stream()
                .map(price -> Money.of(price.getValue(), price.getKey().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableMap(Money::currency, price -> price, (one, same) -> one));
        if (taxRate.signum() < 0 || taxRate.compareTo(BigDecimal.ONE) >= 0 || taxRate.scale() > 5) {
            throw new IllegalArgumentException("quayside.tax-rate must be from 0 to below 1, with up to 5 decimals");
        }
        this.taxRate = taxRate;
    }

    /** What shipping costs; empty when the shop does not sell in the currency. */
    public Optional<Money> shipping(Currency currency) {
        return Optional.ofNullable(shipping.get(currency));
    }

    public BigDecimal taxRate() {
        return taxRate;
    }
}
