package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.orderService;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sale starts and ends by the clock alone, for quotes and holds at its very moments. */
@CatalogTest
class EffectivePriceIT {
    private static final Duration LATER = Duration.ofMinutes(10);

    private final String sku = newName("sale");

    @Test
    void saleIsChargedFromItsStartAndNoLongerAtItsEnd() {
        Instant start = MovedClock.stopAt(Duration.ZERO).plus(LATER);
        Instant end = start.plus(LATER);
        createProduct(product(
                newName("p"), "Sold", variant("\"startsAt\": \"%s\", \"endsAt\": \"%s\"".formatted(start, end))));
        assertThat(charged(start.minusNanos(1000))).isEqualTo(1000);
        assertThat(charged(start)).isEqualTo(700);
        assertThat(charged(end.minusNanos(1000))).isEqualTo(700);
        assertThat(charged(end)).isEqualTo(1000);
    }

    @Test
    void saleWithoutTimesIsOn() {
        createProduct(product(newName("p"), "Sold", variant("")));
        assertThat(charged(Instant.now())).isEqualTo(700);
    }

    @Test
    void productIsForSaleFromItsPublicationOn() {
        Instant published = MovedClock.stopAt(Duration.ZERO).plus(LATER);
        String slug = newName("p");
        createProduct(product(slug, "Soon", variant(""))
                .replace("{\"slug\"", "{\"publishAt\": \"" + published + "\", \"slug\""));
        json().get("/v1/products/" + slug).then().statusCode(404);
        quote().body("data.lines[0].problem", equalTo("unknown_sku"));
        Fixtures.hold(UUID.randomUUID(), Fixtures.basket(Map.of(sku, 1))).then().statusCode(422);
        assertThat(charged(published)).isEqualTo(700);
    }

    @Test
    void saleThatIsWrittenNowIsShownNow() {
        String slug = newName("p");
        String id = createProduct(product(slug, "Sold", variant("")));
        json().get("/v1/products/" + slug)
                .then()
                .body("data.price.amount", equalTo(700))
                .body("data.variants[0].price.amount", equalTo(700));
        staff().header("If-Match", "*")
                .body("{\"variants\": [{\"sku\": \"%s\", \"prices\": [{\"amount\": 1000, \"currency\": \"EUR\"}]}]}"
                        .formatted(sku))
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200);
        json().get("/v1/products/" + slug).then().body("data.price.amount", equalTo(1000));
    }

    private String variant(String times) {
        String sale = "{\"amount\": 700" + (times.isEmpty() ? "" : ", " + times) + "}";
        return "{\"sku\": \"%s\", \"stock\": 9, \"prices\": [{\"amount\": 1000, \"currency\": \"EUR\", \"sale\": %s}]}"
                .formatted(sku, sale);
    }

    /** What a quote and a hold at a moment say, which is the same. */
    private int charged(Instant moment) {
        MovedClock.stopAt(moment);
        int quoted = quote().extract().path("data.lines[0].unitPrice.amount");
        int held = Fixtures.hold(UUID.randomUUID(), Fixtures.basket(Map.of(sku, 1)))
                .then()
                .statusCode(200)
                .extract()
                .path("data.lines[0].unitPrice.amount");
        assertThat(held).isEqualTo(quoted);
        return quoted;
    }

    private ValidatableResponse quote() {
        return orderService()
                .body(Fixtures.basket(Map.of(sku, 1)))
                .post("/internal/v1/quotes")
                .then()
                .statusCode(200);
    }
}
