package dev.quayside.order.pricing;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** The one shipping method's price, for each currency that the shop sells in. */
@ConfigMapping(prefix = "quayside.shipping")
interface ShippingPrices {
    /** Minor units by currency code. */
    Map<String, Long> standard();
}
