package dev.quayside.catalog;

import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static dev.quayside.catalog.Reviewer.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.quayside.catalog.review.ReviewPolicy;
import dev.quayside.kit.testing.IdentityResource;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers do with reviews. */
@CatalogTest
class ReviewIT {
    private final String slug = newName("reviewed");
    private final String sku = newName("reviewed");
    private String id = "";

    @BeforeEach
    void make() {
        id = createProduct(product(slug, "Reviewed", variant(sku, "M", 1, eur(1000))));
    }

    @Test
    void buyersReviewIsShownAndCountedOnceItIsApproved() {
        Reviewer ada = Reviewer.buyer();
        String said = """
                {"rating": 4, "title": " Fine ", "text": "Line\\none <b>", "author": "Ada L."}""";
        Response written = ada.writes(slug, said);
        written.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "private, no-store")
                .body("data.status", equalTo("pending"))
                .body("data.product.id", equalTo(id))
                .body("data.title", equalTo("Fine"))
                .body("data", not(hasKey("customerId")));
        String review = written.path("data.id");
        list(slug, "").then().statusCode(200).body("data", hasSize(0)).body("summary.count", equalTo(0));
        Reviewer.approve(review)
                .then()
                .statusCode(200)
                .body("data.customerId", equalTo(ada.id().toString()));
        list(id, "")
                .then()
                .body("data.author", contains("Ada L."))
                .body("data[0].text", equalTo("Line\none <b>"))
                .body("data[0]", not(hasKey("customerId")))
                .body("data[0]", not(hasKey("product")))
                .body("summary.average", equalTo(4.0f))
                .body("summary.stars", equalTo(Map.of("5", 0, "4", 1, "3", 0, "2", 0, "1", 0)));
        json().get("/v1/products/" + slug)
                .then()
                .header("Server-Timing", "db;desc=\"1\"")
                .body("data.rating.average", equalTo(4.0f))
                .body("data.rating.count", equalTo(1))
                .body("data.rating.stars.4", equalTo(1));
        ada.writes(slug, said).then().statusCode(200).header("ETag", "\"2\"").body("data.status", equalTo("published"));
        ada.request().get("/v1/reviews?status=published").then().body("data.id", contains(review));
        ada.request().get("/v1/reviews?status=pending").then().body("data", hasSize(0));
    }

    @Test
    void whoHasNotBoughtTheProductIsRefused() {
        Reviewer stranger = Reviewer.stranger();
        stranger.writes(slug, 5).then().statusCode(403).body("code", equalTo("not_a_buyer"));
        stranger.reads(slug).then().statusCode(404).body("code", equalTo("review_not_found"));
        IdentityResource.gateway()
                .verify(postRequestedFor(urlEqualTo(Reviewer.PURCHASES))
                        .withHeader("Authorization", matching("Bearer .+"))
                        .withRequestBody(matchingJsonPath("$.productId", WireMock.equalTo(id)))
                        .withRequestBody(matchingJsonPath("$.skus[0]", WireMock.equalTo(sku))));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 503})
    void whileThatCannotBeToldNothingIsWritten(int status) {
        Reviewer ada = Reviewer.buyer().withoutAnswer(status);
        ada.writes(slug, 5)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("upstream_unavailable"));
        ada.reads(slug).then().statusCode(404);
    }

    @Test
    void changeOfAPublishedReviewIsLookedAtAgainAndNobodyIsAskedAgain() {
        Reviewer ada = Reviewer.buyer();
        String review = ada.published(slug, 5);
        ada.withoutAnswer(503);
        ada.writes(slug, 1)
                .then()
                .statusCode(200)
                .body("data.id", equalTo(review))
                .body("data.status", equalTo("pending"));
        list(slug, "").then().body("summary.count", equalTo(0)).body("summary", not(hasKey("average")));
        Reviewer.reject(review, "rude").then().statusCode(200);
        ada.reads(slug).then().body("data.status", equalTo("rejected")).body("data.reason", equalTo("rude"));
        ada.writes(slug, 2).then().body("data.status", equalTo("pending")).body("data", not(hasKey("reason")));
    }

    @Test
    void shopThatPublishesAtOnceCountsAtOnce() {
        QuarkusMock.installMockForType(new ReviewPolicy(true), ReviewPolicy.class);
        Reviewer ada = Reviewer.buyer();
        ada.writes(slug, 5).then().statusCode(201).body("data.status", equalTo("published"));
        Reviewer.buyer().wrote(slug, 4);
        list(slug, "").then().body("summary.average", equalTo(4.5f));
        ada.writes(slug, 1).then().statusCode(200).body("data.status", equalTo("published"));
        list(slug, "").then().body("summary.average", equalTo(2.5f));
        ada.request().delete("/v1/products/" + slug + "/reviews/mine").then().statusCode(204);
        list(slug, "").then().body("summary.average", equalTo(4.0f)).body("summary.count", equalTo(1));
        ada.request().delete("/v1/products/" + slug + "/reviews/mine").then().statusCode(404);
    }

    @Test
    void listIsOrderedNarrowedAndWalked() {
        List<String> oldest = List.of(
                Reviewer.buyer().published(slug, 5),
                Reviewer.buyer().published(slug, 1),
                Reviewer.buyer().published(slug, 4));
        Reviewer.buyer().wrote(slug, 5);
        Reviewer.buyer().votesFor(oldest.get(1)).then().statusCode(200);
        assertThat(walk("?limit=1")).containsExactly(oldest.get(2), oldest.get(1), oldest.get(0));
        assertThat(walk("?limit=2&sort=createdAt")).isEqualTo(oldest);
        assertThat(walk("?limit=1&sort=-rating")).containsExactly(oldest.get(0), oldest.get(2), oldest.get(1));
        assertThat(walk("?limit=1&sort=helpful").get(0)).isEqualTo(oldest.get(1));
        assertThat(walk("?rating=4,5")).containsExactly(oldest.get(2), oldest.get(0));
        Response first = list(slug, "?limit=1&page=1&rating=5");
        first.then().body("page.total", equalTo(1)).body("summary.count", equalTo(3));
        json().header("If-None-Match", first.header("ETag"))
                .get("/v1/products/" + slug + "/reviews?limit=1&page=1&rating=5")
                .then()
                .statusCode(304);
        for (String query :
                List.of("rating=0", "rating=6", "rating=4.5", "sort=author", "stars=5", "limit=0", "cursor=x")) {
            list(slug, "?" + query).then().statusCode(400).body("code", equalTo("invalid_parameter"));
        }
    }

    @Test
    void oldSlugStillNamesTheProductAndWhatIsNotSoldHasNoReviews() {
        Reviewer ada = Reviewer.buyer();
        ada.published(slug, 5);
        String renamed = newName("renamed");
        patch("{\"slug\": \"%s\"}".formatted(renamed));
        list(slug, "").then().statusCode(200).body("data", hasSize(1));
        json().get("/v1/products/" + renamed).then().body("data.rating.count", equalTo(1));
        patch("{\"status\": \"archived\"}");
        list(renamed, "").then().statusCode(404).body("code", equalTo("product_not_found"));
        Reviewer.buyer().writes(renamed, 5).then().statusCode(404);
        ada.writes(renamed, 4).then().statusCode(200);
        patch("{\"status\": \"active\"}");
        json().get("/v1/products/" + renamed).then().body("data.rating.count", equalTo(0));
    }

    @Test
    void voteCountsOnceAndNotForOneself() {
        Reviewer ada = Reviewer.buyer();
        Reviewer charles = Reviewer.stranger();
        String review = ada.wrote(slug, 5);
        charles.votesFor(review).then().statusCode(404).body("code", equalTo("review_not_found"));
        Reviewer.approve(review);
        ada.votesFor(review).then().statusCode(409).body("code", equalTo("own_review"));
        for (int i = 0; i < 2; i++) {
            charles.votesFor(review).then().statusCode(200).body("data", equalTo(Map.of("helpful", 1, "voted", true)));
        }
        for (int i = 0; i < 2; i++) {
            charles.request()
                    .delete("/v1/reviews/" + review + "/helpful")
                    .then()
                    .body("data", equalTo(Map.of("helpful", 0, "voted", false)));
        }
        ada.reads(slug).then().header("ETag", "\"2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | 422 | author",
                "{\"author\": \"A\"} | 422 | rating",
                "{\"rating\": 0, \"author\": \"A\"} | 422 | rating",
                "{\"rating\": 6, \"author\": \"A\"} | 422 | rating",
                "{\"rating\": 4.5, \"author\": \"A\"} | 400 |",
                "{\"rating\": \"5\", \"author\": \"A\"} | 400 |",
                "{\"rating\": 5, \"author\": \" \"} | 422 | author",
                "{\"rating\": 5, \"author\": \"a@example.com\"} | 422 | author",
                "{\"rating\": 5, \"author\": \"A\\nB\"} | 422 | author",
                "{\"rating\": 5, \"author\": \"A\\u2028a@example.com\"} | 422 | author",
                "{\"rating\": 5, \"author\": \"\\u200b\"} | 422 | author",
                "{\"rating\": 5, \"author\": \"A\", \"title\": \"a\\nb\"} | 422 | title",
                "{\"rating\": 5, \"author\": \"A\", \"text\": \"a\\u0007b\"} | 422 | text",
                "{\"rating\": 5, \"author\": \"A\", \"text\": \"a\\u0000b\"} | 400 |",
                "{\"rating\": 5, \"author\": \"A\", \"status\": \"published\"} | 400 |",
                "[] | 400 |",
            })
    void whatIsNoReviewIsRefused(String body, int status, String field) {
        Reviewer ada = Reviewer.buyer();
        Response refused = ada.writes(slug, body);
        assertThat(refused.statusCode()).isEqualTo(status);
        if (field != null) {
            assertThat(refused.<List<String>>path("errors.field")).contains(field);
        }
        ada.reads(slug).then().statusCode(404);
    }

    @Test
    void textsHaveABoundAndTheProductMustBeThere() {
        Reviewer ada = Reviewer.buyer();
        String body = "{\"rating\": 5, \"author\": \"%s\", \"title\": \"%s\", \"text\": \"%s\"}";
        for (int[] lengths : new int[][] {{61, 1, 1}, {1, 121, 1}, {1, 1, 5001}}) {
            ada.writes(slug, body.formatted("a".repeat(lengths[0]), "t".repeat(lengths[1]), "x".repeat(lengths[2])))
                    .then()
                    .statusCode(422);
        }
        ada.writes(slug, body.formatted("a".repeat(60), "t".repeat(120), "x".repeat(5000)))
                .then()
                .statusCode(201);
        for (String nobody : List.of(newName("none"), UUID.randomUUID().toString(), "No%20Slug")) {
            ada.writes(nobody, 5).then().statusCode(404).body("code", equalTo("product_not_found"));
            ada.reads(nobody).then().statusCode(404);
            list(nobody, "").then().statusCode(404);
            ada.votesFor(UUID.randomUUID().toString()).then().statusCode(404);
        }
    }

    private void patch(String body) {
        staff().header("If-Match", "*")
                .body(body)
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200);
    }

    private List<String> walk(String query) {
        List<String> seen = new ArrayList<>();
        String next = "/v1/products/" + slug + "/reviews" + query;
        while (next != null) {
            Response page = json().get(next);
            page.then().statusCode(200);
            seen.addAll(page.path("data.id"));
            next = page.path("page.next");
        }
        return seen;
    }
}
