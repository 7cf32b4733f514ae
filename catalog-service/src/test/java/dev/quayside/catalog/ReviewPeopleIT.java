package dev.quayside.catalog;

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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.quayside.kit.testing.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of reviews when a person wants to see them, or to be forgotten. */
@CatalogTest
class ReviewPeopleIT {
    @Inject
    DataSource database;

    private final String slug = newName("person");
    private final Reviewer ada = Reviewer.buyer();
    private String id = "";

    @BeforeEach
    void make() {
        id = createProduct(product(slug, "Person", variant(newName("person"), "M", 1, eur(1000))));
    }

    @Test
    void exportHasAllReviewsOfTheCustomerAlone() {
        String other = createProduct(product(newName("other"), "Other", variant(newName("other"), "M", 1, eur(1000))));
        List<String> own = List.of(ada.wrote(slug, 4), ada.published(other, 5));
        Reviewer.buyer().wrote(slug, 1);
        export("").then().statusCode(200).body("data.id", equalTo(own)).body("page.next", equalTo(null));
        export("?after=" + own.get(0)).then().body("data.id", contains(own.get(1)));
        export("?after=" + own.get(1)).then().body("data", hasSize(0));
    }

    @Test
    void exportHasReviewsOfDeletedProductsToo() {
        String there = newName("other");
        createProduct(product(there, "Other", variant(newName("other"), "M", 1, eur(1000))));
        List<String> own = List.of(ada.published(slug, 4), ada.wrote(there, 5));
        Reviewer.buyer().wrote(slug, 1);
        List<Object> before = export("").jsonPath().getList("data");
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        assertThat(export("").jsonPath().getList("data")).isEqualTo(before);
        export("").then().body("data.id", equalTo(own)).body("data.product.slug", contains(slug, there));
        export("?after=" + own.get(0)).then().body("data.id", contains(own.get(1)));
        staff().post("/v1/admin/deleted-products/" + id + "/restore").then().statusCode(200);
        export("").then().body("data.id", equalTo(own));
    }

    @Test
    void exportHasTheVotesOfTheCustomerAlone() {
        String there = newName("other");
        createProduct(product(there, "Other", variant(newName("other"), "M", 1, eur(1000))));
        List<String> helpful =
                List.of(Reviewer.buyer().published(slug, 2), Reviewer.buyer().published(there, 3));
        helpful.forEach(review -> ada.votesFor(review).then().statusCode(200));
        Reviewer.buyer().votesFor(helpful.get(0)).then().statusCode(200);
        List<Object> before = votes("")
                .then()
                .statusCode(200)
                .body("data.reviewId", equalTo(helpful))
                .body("data.product.slug", contains(slug, there))
                .body("page.next", equalTo(null))
                .extract()
                .jsonPath()
                .getList("data");
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        assertThat(votes("").jsonPath().getList("data")).isEqualTo(before);
        votes("?after=" + helpful.get(0)).then().body("data.reviewId", contains(helpful.get(1)));
        erase().then().statusCode(200);
        votes("").then().body("data", hasSize(0));
    }

    @Test
    void erasedPersonsReviewStaysWithoutAName() {
        ada.published(slug, 4);
        String others = Reviewer.buyer().published(slug, 2);
        ada.votesFor(others).then().statusCode(200);
        String disliked = newName("other");
        createProduct(product(disliked, "Other", variant(newName("other"), "M", 1, eur(1000))));
        Reviewer.reject(ada.wrote(disliked, 1), "rude").then().statusCode(200);
        erase().then().statusCode(200).body("data.reviews", equalTo(2));
        erase().then().statusCode(200).body("data.reviews", equalTo(0));
        list(slug, "?rating=4").then().body("data", hasSize(1)).body("data[0]", not(hasKey("author")));
        list(slug, "?rating=2").then().body("data.author", contains("Ada L.")).body("data.helpful", contains(1));
        list(slug, "").then().body("summary.average", equalTo(3.0f));
        ada.request().get("/v1/reviews").then().body("data", hasSize(0));
        assertThat(traces()).isEqualTo("0");
    }

    @Test
    void erasedPersonDoesNotComeBackWithADeletedProduct() {
        ada.published(slug, 4);
        String others = Reviewer.buyer().published(slug, 2);
        ada.votesFor(others).then().statusCode(200);
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        erase().then().statusCode(200);
        assertThat(traces()).isEqualTo("0");
        staff().post("/v1/admin/deleted-products/" + id + "/restore").then().statusCode(200);
        list(slug, "")
                .then()
                .body("data.rating", containsInAnyOrder(4, 2))
                .body("data.findAll { it.author != null }.rating", contains(2))
                .body("data.find { it.rating == 2 }.helpful", equalTo(1))
                .body("summary.average", equalTo(3.0f));
        json().get("/v1/products/" + slug).then().body("data.rating.count", equalTo(2));
        assertThat(traces()).isEqualTo("0");
    }

    @Test
    void verdictIsRememberedWhenItsReviewIsGoneUntilStaffThinksOtherwise() {
        Reviewer.reject(ada.wrote(slug, 1), "rude").then().statusCode(200);
        ada.request().delete("/v1/products/" + slug + "/reviews/mine").then().statusCode(204);
        assertThat(refusals()).isEqualTo("1");
        Reviewer.approve(ada.wrote(slug, 1)).then().statusCode(200);
        assertThat(refusals()).isEqualTo("0");
    }

    private String refusals() {
        return Sql.text(database, "select count(*) from review_refusals where customer_id = '%s'".formatted(ada.id()));
    }

    @Test
    void whoIsNotKnownHasNothing() {
        Response none = service().get("/internal/v1/people/" + UUID.randomUUID() + "/export");
        none.then().statusCode(200).body("data", hasSize(0));
        service().get("/internal/v1/people/nobody/export").then().statusCode(404);
    }

    /** Rows, of any of the tables, that still know the customer. */
    private String traces() {
        return Sql.text(database, """
                select (select count(*) from product_reviews r where r.customer_id = '%1$s')
                    + (select count(*) from review_votes v where v.customer_id = '%1$s')
                    + (select count(*) from review_refusals f where f.customer_id = '%1$s')
                    + (select count(*) from deleted_products d where strpos(cast(d.content as text), '%1$s') > 0)""".formatted(ada.id()));
    }

    private Response export(String query) {
        return service().get("/internal/v1/people/" + ada.id() + "/export" + query);
    }

    private Response votes(String query) {
        return service().get("/internal/v1/people/" + ada.id() + "/votes" + query);
    }

    private Response erase() {
        return service().post("/internal/v1/people/" + ada.id() + "/erasure");
    }

    private static io.restassured.specification.RequestSpecification service() {
        return json().auth().oauth2(Tokens.service("people:write"));
    }
}
