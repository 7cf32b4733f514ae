package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Stripe;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Currencies without decimals, and the one that Stripe takes in whole hundreds only: charged and given back to the last unit. */
@EndToEnd
class CurrencyIT {
    @AfterAll
    static void everythingAgrees() {
        Admin.awaitCleanAudit();
    }

    @ParameterizedTest
    @CsvSource({"JPY, 1233, 1", "ISK, 123300, 100", "MGA, 7777, 1"})
    void unitByUnitTheChargeComesBack(String currency, long price, long step) {
        String sku = Admin.product(5, price, currency);
        Buyer buyer = Buyer.with(sku, 3, currency);
        JsonPath totals = buyer.cart();
        long total = totals.getLong("data.totals.total.amount");
        for (String part : List.of("subtotal", "discount", "shipping", "tax", "total")) {
            assertThat(totals.getLong("data.totals." + part + ".amount") % step)
                    .as(part)
                    .isZero();
        }
        Buyer.Order order = buyer.order();
        order.pay("pm_card_visa").then().statusCode(200);
        order.awaitPaid();
        assertThat(Stripe.paymentIntentsOf(order.id())).singleElement().satisfies(intent -> {
            assertThat(intent.get("amount")).hasToString(String.valueOf(total));
            assertThat(intent.get("currency")).isEqualTo(currency.toLowerCase(Locale.ROOT));
        });
        long back = 0;
        for (int unit = 1; unit <= 3; unit++) {
            long amount = refund(order, sku, unit == 3);
            assertThat(amount % step).isZero();
            back += amount;
        }
        assertThat(back).isEqualTo(total);
        order.awaitState(Duration.ofSeconds(30), "confirmed", "refunded");
        Admin.awaitStock(sku, 5, 0);
    }

    @Test
    void whatIsNoWholeHundredIsRefused() {
        String sku = Admin.product(1, 100_000, "ISK");
        Buyer.Order order = Buyer.with(sku, 1, "ISK").order();
        order.pay("pm_card_visa").then().statusCode(200);
        order.awaitPaid();
        Http.admin()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"amount\": {\"amount\": 150, \"currency\": \"ISK\"}}")
                .post("/v1/admin/orders/{id}/refunds", order.id())
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"));
        assertThat(Stripe.refunds(order.paymentIntent())).isEmpty();
    }

    /** Gives one unit back, the last with what was paid for shipping. */
    private static long refund(Buyer.Order order, String sku, boolean last) {
        return Http.admin()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"items": [{"sku": "%s", "quantity": 1}], "restock": true, "includeShipping": %s}""".formatted(sku, last))
                .post("/v1/admin/orders/{id}/refunds", order.id())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("data.amount.amount");
    }
}
