package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists of products do with ratings. */
@CatalogTest
class RatingIT {
    private Sought sought;
    private String best = "";
    private String liked = "";
    private String unrated = "";
    private String poor = "";

    @BeforeEach
    void make() {
        sought = new Sought();
        unrated = sought.add("Unrated", 1, 100, "{}", "");
        poor = sought.add("Poor", 1, 100, "{}", "");
        best = sought.add("Best", 1, 100, "{}", "");
        liked = sought.add("Liked", 1, 100, "{}", "");
        rate(poor, 2);
        rate(best, 5, 5);
        rate(liked, 5, 4, 4);
    }

    @Test
    void listShowsRatingsAndIsOrderedAndNarrowedByThem() {
        sought.list("sort=rating")
                .then()
                .header("Server-Timing", "db;desc=\"1\"")
                .body("data.slug", contains(best, liked, poor, unrated))
                .body("data.rating.average", contains(5.0f, 4.33f, 2.0f, null))
                .body("data.rating.count", contains(2, 3, 1, 0));
        assertThat(sought.walk("limit=1&sort=-rating")).containsExactly(best, liked, poor, unrated);
        assertThat(sought.slugs("sort=rating&rating[gte]=4")).containsExactly(best, liked);
        assertThat(sought.slugs("sort=rating&rating[gte]=4.33")).containsExactly(best, liked);
        assertThat(sought.slugs("sort=rating&rating[gte]=4.34")).containsExactly(best);
        sought.list("facets=rating&rating[gte]=4")
                .then()
                .body("data.size()", equalTo(2))
                .body("facets[0].filter", equalTo("rating[gte]"))
                .body("facets[0].values.value", contains("1", "2", "3", "4"))
                .body("facets[0].values.count", contains(3, 3, 2, 2))
                .body("facets[0].values.selected", contains(false, false, false, true));
        for (String bad :
                List.of("rating[gte]=0", "rating[gte]=6", "rating[gte]=5.5", "rating[gte]=4.333", "rating=4")) {
            sought.list(bad).then().statusCode(400).body("code", equalTo("invalid_parameter"));
        }
    }

    @Test
    void moreReviewsComeFirstAmongEquals() {
        rate(unrated, 5);
        assertThat(sought.slugs("sort=rating")).containsExactly(best, unrated, liked, poor);
    }

    @Test
    void changeOfTheProductKeepsItsRatingInEveryCurrency() {
        String sku = newName("sku");
        String id = sought.add(newName("two"), "Two", """
                [{"sku": "%s", "prices": [{"amount": 1, "currency": "EUR"}, {"amount": 1, "currency": "USD"}]}]""".formatted(sku), "");
        rate(id, 4);
        json().get("/v1/products/" + id + "?currency=USD").then().body("data.rating.count", equalTo(1));
        staff().header("If-Match", "*")
                .body("{\"title\": \"Too\"}")
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200);
        for (String currency : List.of("EUR", "USD")) {
            json().get("/v1/products?sort=rating&rating[gte]=4&currency=" + currency + "&category=" + sought.category())
                    .then()
                    .body("data.find { it.title == 'Too' }.rating.count", equalTo(1));
        }
    }

    private static void rate(String product, int... ratings) {
        for (int rating : ratings) {
            Reviewer.buyer().published(product, rating);
        }
    }
}
