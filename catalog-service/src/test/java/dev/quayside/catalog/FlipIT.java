package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The storefront's rows, and the prices that are remembered, follow the clock by themselves. */
@CatalogTest
class FlipIT {
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final String HISTORY = """
            select h.amount, h.since from price_history h join variants v on v.id = h.variant_id where v.sku = ? order by h.since""";

    @Inject
    DataSource database;

    private final String slug = newName("flip");
    private final String sku = newName("flip");

    @Test
    void storefrontFollowsAPublicationAndASale() throws SQLException {
        Instant start = MovedClock.stopAt(Duration.ZERO);
        createProduct(product(
                        slug,
                        "Flips",
                        "{\"sku\": \"%s\", \"prices\": [{\"amount\": 1000, \"currency\": \"EUR\", \"sale\": {\"amount\": 700, %s}}]}"
                                .formatted(
                                        sku,
                                        "\"startsAt\": \"%s\", \"endsAt\": \"%s\""
                                                .formatted(at(start, 2), at(start, 3))))
                .replace("{\"slug\"", "{\"publishAt\": \"" + at(start, 1) + "\", \"slug\""));
        json().get("/v1/products/" + slug).then().statusCode(404);
        MovedClock.stopAt(at(start, 1));
        awaitPrice(1000);
        MovedClock.stopAt(at(start, 2));
        awaitPrice(700);
        MovedClock.stopAt(at(start, 3));
        awaitPrice(1000);
        assertThat(history()).containsExactly(1000L, 700L, 1000L);
    }

    @Test
    void whatIsNotOfferedHasNoPriceInThatTime() throws SQLException {
        String id = createProduct(product(slug, "Kept", Fixtures.variant(sku, "M", 1, Fixtures.eur(500))));
        for (String status : List.of("draft", "active")) {
            staff().header("If-Match", "*")
                    .body("{\"status\": \"" + status + "\"}")
                    .patch("/v1/admin/products/" + id)
                    .then()
                    .statusCode(200);
        }
        Fixtures.adjust(sku, -1).then().statusCode(200);
        assertThat(history()).containsExactly(500L, null, 500L);
    }

    /** Prices with how many days ago each began, the latest last; a dash is a time without one. */
    @ParameterizedTest
    @CsvSource({
        "100 60,                         100",
        "100 60 80 10,                   100",
        "100 60 90 20 100 15 80 5,       90",
        "90 60 100 40 80 5,              100",
        "90 60 100 20 80 5,              90",
        "80 20 100 10,                   80",
        "80 50 100 40,                   100",
        "70 3,                           70",
        "90 60 - 50 100 20 70 2,         100",
        "- 10,                           "
    })
    void lowestPriorPriceIsThatOfThe30DaysBeforeTheReduction(String prices, @Nullable Long lowest) throws SQLException {
        createProduct(product(slug, "Old", Fixtures.variant(sku, "M", 1, Fixtures.eur(1))));
        String[] words = prices.split(" ", -1);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            String amount = words[i].equals("-") ? "null::bigint" : words[i];
            rows.add("(%s, %s)".formatted(amount, words[i + 1]));
        }
        try (Connection connection = database.getConnection();
                PreparedStatement rewrite = connection.prepareStatement("""
                        with gone as (delete from price_history h using variants v where v.id = h.variant_id and v.sku = ?)
                        insert into price_history (variant_id, currency, amount, since)
                        select v.id, 'XTS', a.amount, timestamptz '2026-11-28T00:00Z' - a.days * interval '1 day'
                        from variants v, (values %s) as a(amount, days) where v.sku = ?""".formatted(String.join(",", rows)));
                PreparedStatement ask = connection.prepareStatement("""
                        select lowest_price_30_days(v.id, 'XTS', timestamptz '2026-11-28T00:00Z') as lowest
                        from variants v where v.sku = ?""")) {
            rewrite.setString(1, sku);
            rewrite.setString(2, sku);
            rewrite.executeUpdate();
            ask.setString(1, sku);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                assertThat(row.getObject("lowest")).isEqualTo(lowest);
            }
        }
    }

    private static Instant at(Instant start, int steps) {
        return start.plus(STEP.multipliedBy(steps));
    }

    private void awaitPrice(int amount) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> json().get("/v1/products/" + slug)
                        .then()
                        .statusCode(200)
                        .body("data.price.amount", equalTo(amount)));
    }

    private List<@Nullable Long> history() throws SQLException {
        List<@Nullable Long> amounts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(HISTORY)) {
            query.setString(1, sku);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    amounts.add(rows.getObject("amount", Long.class));
                }
            }
        }
        return amounts;
    }
}
