package dev.quayside.local.up;

import dev.quayside.local.LocalShop;

/** What a newcomer needs once the shop is open: addresses, the key, and a purchase to paste. */
final class Welcome {
    private static final String SAMPLE_SKU = "MUG-HARBOUR-BLUE";

    private Welcome() {}

    static String text(LocalShop shop) {
        return """

                The shop is open.
                  API            %1$s/v1
                  API docs       %1$s/docs
                  Stripe         %2$s
                  Admin API key  %3$s
                                 (also in %4$s)
                  Logs           %5$s

                A purchase to paste (deploy/scripts/buy makes it too, and shows each call):

                %6$s
                Ctrl-C stops everything. What was sold stays in %7$s
                """.formatted(
                        shop.gatewayUrl(),
                        shop.stripeUrl()
                                .map(url -> "the local stand-in on " + url)
                                .orElse("Stripe's own test mode; forward its events to " + shop.gatewayUrl()
                                        + "/v1/webhooks/stripe"),
                        shop.adminApiKey(),
                        shop.data().resolve("admin-api-key"),
                        shop.data().resolve("logs"),
                        purchase(shop),
                        shop.data());
    }

    /** Lines for sh, bash and zsh that need curl and nothing else. */
    static String purchase(LocalShop shop) {
        return Resources.text("/purchase.sh")
                .replace("@SHOP@", shop.gatewayUrl())
                .replace("@SKU@", SAMPLE_SKU);
    }
}
