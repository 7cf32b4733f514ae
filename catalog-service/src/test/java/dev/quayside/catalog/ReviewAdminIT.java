package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.variant;
import static dev.quayside.catalog.Reviewer.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.quayside.kit.testing.RecordedChanges;
import dev.quayside.kit.testing.Tokens;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff do with reviews. */
@CatalogTest
class ReviewAdminIT {
    private static final String REVIEWS = "/v1/admin/reviews";

    @Inject
    DataSource database;

    private final String slug = newName("moderated");
    private String id = "";

    @BeforeEach
    void make() {
        id = createProduct(product(slug, "Moderated", variant(newName("moderated"), "M", 1, eur(1000))));
    }

    @Test
    void staffFindsWhatItLooksFor() {
        Reviewer ada = Reviewer.buyer();
        String first = ada.published(slug, 5);
        String second = Reviewer.buyer().wrote(slug, 2);
        Reviewer.answer(first, "Thanks").then().statusCode(200);
        found("", second, first);
        found("&sort=createdAt&limit=1", first);
        found("&status=pending", second);
        found("&status=pending,published", second, first);
        found("&rating=1,2", second);
        found("&answered=true", first);
        found("&answered=false", second);
        found("&customer=" + ada.id(), first);
        found("&createdAt[lt]=2020-01-01");
        found("&createdAt[gte]=2020-01-01&sort=-updatedAt", first, second);
        for (String bad : List.of("status=new", "customer=me", "answered=1", "rating=9", "createdAt[lt]=x", "q=x")) {
            with("reviews:read").get(REVIEWS + "?" + bad).then().statusCode(400);
        }
        Reviewer.staff().get(REVIEWS + "/" + second).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void verdictIsAboutWhatWasRead() {
        Reviewer ada = Reviewer.buyer();
        String review = ada.wrote(slug, 5);
        ada.writes(slug, 1);
        approve(review, "\"1\"").then().statusCode(412).header("ETag", "\"2\"").body("current.rating", equalTo(1));
        with("reviews:write")
                .post(REVIEWS + "/" + review + "/approve")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition_required"));
        list(slug, "").then().body("data", hasSize(0));
        approve(review, "\"2\"").then().statusCode(200).header("ETag", "\"3\"");
        Reviewer.approve(review).then().statusCode(200).header("ETag", "\"3\"");
        list(slug, "").then().body("summary.count", equalTo(1));
    }

    @Test
    void rejectedReviewIsShownNoMoreAndItsReasonCanBeAnother() {
        String review = Reviewer.buyer().published(slug, 5);
        Reviewer.buyer().published(slug, 2);
        Reviewer.reject(review, "rude").then().body("data.status", equalTo("rejected"));
        Reviewer.reject(review, "rude").then().header("ETag", "\"3\"");
        list(slug, "").then().body("summary.average", equalTo(2.0f)).body("data", hasSize(1));
        Reviewer.reject(review, " not about it ").then().body("data.reason", equalTo("not about it"));
        Reviewer.approve(review).then().body("data", not(hasKey("reason")));
        list(slug, "").then().body("summary.average", equalTo(3.5f));
        for (String reason : List.of("", " ", "x".repeat(501))) {
            Reviewer.reject(review, reason).then().statusCode(422).body("errors[0].field", equalTo("reason"));
        }
        list(slug, "").then().body("summary.count", equalTo(2));
    }

    @Test
    void shopAnswersAndTakesItBack() {
        String review = Reviewer.buyer().published(slug, 5);
        Reviewer.answer(review, " Thank you ").then().statusCode(200).body("data.answer.text", equalTo("Thank you"));
        Reviewer.answer(review, "Thank you").then().header("ETag", "\"3\"");
        list(slug, "").then().body("data[0].answer.text", equalTo("Thank you"));
        Reviewer.answer(review, "x".repeat(2001)).then().statusCode(422);
        for (int i = 0; i < 2; i++) {
            Reviewer.staff().delete(REVIEWS + "/" + review + "/answer").then().statusCode(204);
        }
        list(slug, "").then().body("data[0]", not(hasKey("answer")));
    }

    @Test
    void removedReviewIsGoneWithItsVotesAndItsAuthorMayWriteAnother() {
        Reviewer ada = Reviewer.buyer();
        String review = ada.published(slug, 1);
        Reviewer.buyer().votesFor(review).then().statusCode(200);
        with("reviews:write")
                .header("If-Match", "\"1\"")
                .delete(REVIEWS + "/" + review)
                .then()
                .statusCode(412);
        with("reviews:write").delete(REVIEWS + "/" + review).then().statusCode(204);
        with("reviews:write")
                .delete(REVIEWS + "/" + review)
                .then()
                .statusCode(404)
                .body("code", equalTo("review_not_found"));
        list(slug, "").then().body("summary.count", equalTo(0));
        assertThat(ada.wrote(slug, 5)).isNotEqualTo(review);
    }

    @Test
    void logOfChangesHasNothingOfThePerson() {
        Reviewer ada = Reviewer.buyer();
        String review = ada.writes(slug, "{\"rating\": 2, \"author\": \"Countess\", \"text\": \"Bernoulli\"}")
                .path("data.id");
        Reviewer.approve(review);
        Reviewer.answer(review, "Thanks");
        Reviewer.staff().delete(REVIEWS + "/" + review).then().statusCode(204);
        assertThat(RecordedChanges.actions(database, review))
                .containsExactly("review.approved", "review.answered", "review.deleted");
        assertThat(RecordedChanges.of(database, review).toString())
                .contains("pending", "published", "Thanks", id)
                .doesNotContain("Countess", "Bernoulli", ada.id().toString());
    }

    private void found(String query, String... reviews) {
        with("reviews:read")
                .get(REVIEWS + "?product=" + id + query)
                .then()
                .statusCode(200)
                .body("data.id", reviews.length == 0 ? hasSize(0) : contains(reviews));
    }

    private static io.restassured.response.Response approve(String review, String ifMatch) {
        return with("reviews:write").header("If-Match", ifMatch).post(REVIEWS + "/" + review + "/approve");
    }

    private static RequestSpecification with(String scope) {
        return Fixtures.json().auth().oauth2(Tokens.staff(scope));
    }
}
