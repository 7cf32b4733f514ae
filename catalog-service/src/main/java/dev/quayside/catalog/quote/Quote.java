package dev.quayside.catalog.quote;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a basket: a line for each of its lines, in their order. */
public record Quote(Currency currency, List<QuotedLine> lines) {
    /** Why a line cannot be sold at all. */
    public enum Fault {
        UNKNOWN_SKU,
        PRICE_UNAVAILABLE;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One line; an unknown sku has no product, and 0 available.
     *
     * @param unitPrice null when there is a problem
     * @param available units that can be sold now, which may be fewer than asked for
     */
    public record QuotedLine(
            String sku,
            @Nullable UUID productId,
            @Nullable UUID variantId,
            @Nullable String title,
            @Nullable Map<String, String> options,
            long quantity,
            @Nullable Money unitPrice,
            long available,
            @Nullable Fault problem) {

        static QuotedLine of(Line line, @Nullable Offer offer, Currency currency) {
            if (offer == null) {
                return new QuotedLine(line.sku(), null, null, null, null, line.quantity(), null, 0, Fault.UNKNOWN_SKU);
            }
            Money price = offer.price() == null ? null : new Money(offer.price(), currency);
            return new QuotedLine(
                    line.sku(),
                    offer.productId(),
                    offer.variantId(),
                    offer.title(),
                    offer.options(),
                    line.quantity(),
                    price,
                    offer.available(),
                    price == null ? Fault.PRICE_UNAVAILABLE : null);
        }
    }
}
