package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at once: a rating is that of the published reviews, whoever comes between. */
@CatalogTest
class ReviewRaceIT {
    private static final int MANY = 8;

    @Inject
    DataSource database;

    private final String slug = newName("raced");
    private String id = "";

    @BeforeEach
    void make() {
        id = createProduct(product(slug, "Raced", variant(newName("raced"), "M", 1, eur(1000))));
    }

    @Test
    void verdictsAtOnceCountOnceEach() {
        List<String> reviews = IntStream.range(0, MANY)
                .mapToObj(i -> i % 2 == 0
                        ? Reviewer.buyer().wrote(slug, 5)
                        : Reviewer.buyer().published(slug, 3))
                .toList();
        // Each verdict is given by two at once.
        List<Response> answers = Together.run(2 * MANY, i -> verdict(reviews.get(i / 2), i / 2));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(rating()).isEqualTo("4|500|4|500");
    }

    /** The rewrite has the old rating; a verdict that did not wait for it would write to a row that is going. */
    @Test
    void ratingThatChangesDuringARewriteOfTheProductIsNotLost() throws SQLException {
        String review = Reviewer.buyer().wrote(slug, 5);
        CompletableFuture<Integer> approved = new CompletableFuture<>();
        try (Connection rewrite = database.getConnection();
                Statement statement = rewrite.createStatement()) {
            rewrite.setAutoCommit(false);
            int pid = pid(statement);
            statement.execute("select 1 from products where id = '%s' for no key update".formatted(id));
            statement.execute("""
                    with gone as (delete from storefront_products where product_id = '%2$s' returning *)
                    insert into storefront_products (%1$s) select %1$s from gone""".formatted(columns(), id));
            approved.completeAsync(() -> Reviewer.approve(review).statusCode());
            await().atMost(Duration.ofSeconds(20)).until(() -> isWaitedFor(pid));
            rewrite.commit();
            rewrite.setAutoCommit(true);
        }
        assertThat(approved.join()).isEqualTo(200);
        assertThat(rating()).isEqualTo("1|500|1|500");
    }

    @Test
    void oneCustomerWritesOneReviewHoweverOftenItIsSent() {
        Reviewer ada = Reviewer.buyer();
        List<Response> answers = Together.run(MANY, i -> ada.writes(slug, 1 + i % 5));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        Reviewer.approve(ada.reads(slug).path("data.id")).then().statusCode(200);
        Reviewer.list(slug, "").then().body("data.size()", equalTo(1)).body("summary.count", equalTo(1));
    }

    @Test
    void votesAreCountedOnceForEachCustomer() {
        String review = Reviewer.buyer().published(slug, 5);
        List<Reviewer> voters = List.of(Reviewer.buyer(), Reviewer.buyer(), Reviewer.buyer());
        List<Response> answers =
                Together.run(3 * voters.size(), i -> voters.get(i % 3).votesFor(review));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        Reviewer.list(slug, "").then().body("data[0].helpful", equalTo(voters.size()));
    }

    /** Those that wait are published, and those that are published are rejected. */
    private static Response verdict(String review, int place) {
        return place % 2 == 0 ? Reviewer.approve(review) : Reviewer.reject(review, "no more");
    }

    /** How many reviews and what average, as they are counted and as lists have them. */
    private String rating() {
        return Sql.text(database, """
                select concat_ws('|', g.reviews, g.average, s.reviews, s.rating)
                from product_ratings g join storefront_products s on s.product_id = g.product_id where g.product_id = '%s'""".formatted(id));
    }

    private String columns() {
        return Sql.text(database, """
                select string_agg(attname, ', ') from pg_attribute
                where attrelid = 'storefront_products'::regclass and attnum > 0 and not attisdropped and attgenerated = ''""");
    }

    private boolean isWaitedFor(int pid) {
        return Sql.text(
                        database,
                        "select count(*) from pg_stat_activity where %d = any(pg_blocking_pids(pid))".formatted(pid))
                .equals("1");
    }

    private static int pid(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
