package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class CategoryTreeIT {
    @Inject
    DataSource database;

    private final String top = newName("top");
    private String topId = "";

    @BeforeEach
    void createTop() {
        topId = create(top, null);
    }

    @Test
    void treeIsReadDepthFirstWithSiblingsInTheirOrder() {
        String b = newName("b");
        String a = newName("a");
        String below = newName("below");
        create(b, top);
        create(a, top);
        create(below, b);
        assertThat(within(top, "")).containsExactly(top, b, below, a);
        assertThat(within(top, "&maxDepth=2")).containsExactly(top, b, a);
        assertThat(within(b, "")).containsExactly(b, below);
        json().get("/v1/categories?parent=" + top).then().body("data.slug", contains(a, b));
        assertThat(json().get("/v1/categories?limit=100&sort=-createdAt&parent=root")
                        .<List<String>>path("data.slug"))
                .contains(top)
                .doesNotContain(a, below);
        json().get("/v1/categories/" + b)
                .then()
                .statusCode(200)
                .body("data.parent", equalTo(top))
                .body("data.depth", equalTo(2))
                .body("data.breadcrumbs.slug", contains(top, b))
                .body("data.breadcrumbs[0].name", equalTo("Name of " + top))
                .body("data.children.slug", contains(below));
        json().get("/v1/categories/none-such").then().statusCode(404).body("code", equalTo("category_not_found"));
    }

    @Test
    void depthFirstPagesSeeEachCategoryOnce() {
        List<String> expected = new ArrayList<>(List.of(top));
        for (int i = 0; i < 3; i++) {
            String child = newName("c");
            create(child, top);
            String grandchild = newName("g");
            create(grandchild, child);
            expected.addAll(List.of(child, grandchild));
        }
        List<String> seen = new ArrayList<>();
        String next = "/v1/categories?sort=tree&limit=2&within=" + top;
        while (next != null) {
            Response page = json().get(next);
            seen.addAll(page.<List<String>>path("data.slug"));
            next = page.path("page.next");
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void movedCategoryTakesItsSubtreeAlong() {
        String from = newName("from");
        String moved = newName("moved");
        String leaf = newName("leaf");
        create(from, top);
        String id = create(moved, from);
        create(leaf, moved);
        patch(id, "{\"parent\": \"" + top + "\"}").then().statusCode(200).header("ETag", "\"2\"");
        json().get("/v1/categories/" + leaf).then().body("data.breadcrumbs.slug", contains(top, moved, leaf));
        assertThat(within(top, "")).containsExactly(top, from, moved, leaf);
        patch(id, "{\"parent\": \"" + top + "\"}").then().header("ETag", "\"2\"");
        patch(id, "{\"position\": 0}").then().statusCode(200);
        patch(id, "{\"parent\": null}").then().statusCode(200).body("data.parent", nullValue());
        json().get("/v1/categories/" + leaf).then().body("data.breadcrumbs.slug", contains(moved, leaf));
    }

    @Test
    void siblingsAreOrderedAtOnceWhenAllAreNamed() {
        List<String> slugs = List.of(newName("x"), newName("y"), newName("z"));
        slugs.forEach(slug -> create(slug, top));
        List<String> turned = List.of(slugs.get(2), slugs.get(0), slugs.get(1));
        order(turned).then().statusCode(200).body("data.slug", equalTo(turned));
        assertThat(within(top, "&maxDepth=2")).startsWith(top, slugs.get(2));
        order(slugs.subList(0, 2)).then().statusCode(409).body("code", equalTo("children_changed"));
        order(List.of(slugs.get(0), slugs.get(0), slugs.get(1))).then().statusCode(409);
        order(List.of()).then().statusCode(409);
        staff().body("{}")
                .put("/v1/admin/categories/" + topId + "/children")
                .then()
                .statusCode(422);
        staff().body("{\"children\": []}")
                .put("/v1/admin/categories/none/children")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsNoTreeIsRefused() {
        String child = newName("child");
        String childId = create(child, top);
        for (String below : List.of(top, child)) {
            patch(topId, "{\"parent\": \"" + below + "\"}")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("parent"))
                    .body("errors[0].code", equalTo("cycle"));
        }
        patch(childId, "{\"parent\": \"none-such\"}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown_category"));
        staff().delete("/v1/admin/categories/" + topId)
                .then()
                .statusCode(409)
                .body("code", equalTo("category_has_children"));
        assertThat(within(top, "")).containsExactly(top, child);
    }

    @Test
    void treeHasEightLevelsAtMost() {
        String parent = top;
        for (int depth = 2; depth <= 8; depth++) {
            String child = newName("d" + depth);
            create(child, parent);
            parent = child;
        }
        staff().body(body(newName("d9"), parent))
                .post("/v1/admin/categories")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too_deep"));
        String other = newName("other");
        create(other, null);
        patch(topId, "{\"parent\": \"" + other + "\"}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too_deep"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parent=No", "within=", "maxDepth=0", "maxDepth=9", "maxDepth=x", "sort=-tree"})
    void badQueryIsA400(String query) {
        json().get("/v1/categories?" + query).then().statusCode(400).body("code", equalTo("invalid_parameter"));
    }

    @Test
    void movesThatWouldMakeACircleTogetherDoNot() throws SQLException {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String a = newName("a");
            String b = newName("b");
            pairs.add(List.of(create(a, null), a, create(b, null), b));
        }
        for (List<String> pair : pairs) {
            List<Integer> statuses = Together.run(List.of(
                    () -> patch(pair.get(0), "{\"parent\": \"" + pair.get(3) + "\"}")
                            .statusCode(),
                    () -> patch(pair.get(2), "{\"parent\": \"" + pair.get(1) + "\"}")
                            .statusCode()));
            assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        }
        assertThat(unreachable()).isZero();
    }

    @Test
    void countIsOfPublicProductsOfTheWholeSubtreeEachOnce() {
        String left = newName("left");
        String right = newName("right");
        create(left, top);
        create(right, top);
        String both = createProduct(in(left, right));
        createProduct(in(right));
        createProduct(in(left).replace("{\"categories\"", "{\"status\": \"draft\", \"categories\""));
        awaitCount(top, 2);
        awaitCount(left, 1);
        awaitCount(right, 2);
        staff().delete("/v1/admin/products/" + both).then().statusCode(204);
        awaitCount(top, 1);
    }

    private void awaitCount(String slug, int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> json().get("/v1/categories/" + slug).then().body("data.productCount", equalTo(count)));
    }

    private String in(String... categories) {
        return "{\"categories\": [\"%s\"], ".formatted(String.join("\",\"", categories))
                + product(newName("p"), "T", variant(newName("v"), "S", 1, eur(1)))
                        .substring(1);
    }

    /** Categories that no way from the top leads to. */
    private int unreachable() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        with recursive tree as (
                            select id, 1 as depth from categories where parent_id is null
                            union all select c.id, t.depth + 1 from categories c join tree t on c.parent_id = t.id where t.depth < 20)
                        select count(*) from categories where id not in (select id from tree)""")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private List<String> within(String slug, String more) {
        return json().get("/v1/categories?sort=tree&within=" + slug + more)
                .then()
                .statusCode(200)
                .extract()
                .path("data.slug");
    }

    private Response order(List<String> slugs) {
        return staff().body("{\"children\": [%s]}"
                        .formatted(slugs.isEmpty() ? "" : "\"" + String.join("\",\"", slugs) + "\""))
                .put("/v1/admin/categories/" + topId + "/children");
    }

    private static Response patch(String id, String patch) {
        return staff().header("If-Match", "*").body(patch).patch("/v1/admin/categories/" + id);
    }

    private static String body(String slug, @Nullable String parent) {
        return "{\"slug\": \"%s\", \"name\": \"Name of %s\"%s}"
                .formatted(slug, slug, parent == null ? "" : ", \"parent\": \"" + parent + "\"");
    }

    private static String create(String slug, @Nullable String parent) {
        return staff().body(body(slug, parent))
                .post("/v1/admin/categories")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }
}
