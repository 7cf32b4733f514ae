package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.adjust;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.price;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.quayside.kit.testing.Matrix;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class StorefrontIT {
    private final String category = newName("cat");
    private final String sku = newName("sku");

    @BeforeEach
    void createCategory() {
        staff().body("{\"slug\": \"%s\", \"name\": \"C\"}".formatted(category))
                .post("/v1/admin/categories")
                .then()
                .statusCode(201);
    }

    @Test
    void productIsShownWithThePricesOfOneCurrency() {
        String slug = newName("shown");
        String id = createProduct(inCategory(
                slug,
                "Crème \\\"brûlée\\\"",
                variant(sku, "S", 0, eur(1500), price(1700, "USD")),
                variant(sku + "-M", "M", 3, eur(1200))));
        json().get("/v1/products/" + slug)
                .then()
                .statusCode(200)
                .body("data.id", equalTo(id))
                .body("data.title", equalTo("Crème \"brûlée\""))
                .body("data.price.amount", equalTo(1200))
                .body("data.price.currency", equalTo("EUR"))
                .body("data.inStock", equalTo(true))
                .body("data.categories", contains(category))
                .body("data.variants.sku", contains(sku, sku + "-M"))
                .body("data.variants.inStock", contains(false, true))
                .body("data.variants[0].price", equalTo(Map.of("amount", 1500, "currency", "EUR")))
                .body("data.variants[0].options", equalTo(Map.of("size", "S")))
                .body(
                        "data.createdAt",
                        equalTo(staff().get("/v1/admin/products/" + id).path("data.createdAt")));
        json().get("/v1/products/" + id + "?currency=USD").then().body("data.variants.sku", contains(sku));
        json().get("/v1/products/" + id + "?currency=GBP")
                .then()
                .statusCode(404)
                .body("code", equalTo("product_not_found"))
                .body("detail", containsString("GBP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "archived"})
    void onlyActiveProductsAreShown(String status) {
        String id = createProduct(inCategory(newName("hidden"), "T", variant(sku, "S", 1, eur(1))));
        assertThat(listed("")).containsExactly(id);
        staff().header("If-Match", "*")
                .body("{\"status\": \"" + status + "\"}")
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200);
        assertThat(listed("")).isEmpty();
        json().get("/v1/products/" + id).then().statusCode(404);
        staff().header("If-Match", "*").body("{\"status\": \"active\"}").patch("/v1/admin/products/" + id);
        assertThat(listed("")).containsExactly(id);
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        assertThat(listed("")).isEmpty();
    }

    @Test
    void filtersNarrowTheList() {
        String plain = createProduct(inCategory(newName("f"), "Éclair au café", variant(sku, "S", 0, eur(5))));
        String other = createProduct(
                inCategory(newName("f"), "100% wool_sock", variant(newName("Sock"), "S", 2, price(9, "USD"), eur(7))));
        assertThat(listed("&inStock=true")).containsExactly(other);
        assertThat(listed("&inStock=false")).containsExactly(plain);
        assertThat(listed("&currency=USD")).containsExactly(other);
        assertThat(listed("&currency=GBP")).isEmpty();
        assertThat(listed("&q=ECLAIR%20au%20cafe")).containsExactly(plain);
        assertThat(listed("&q=" + sku.toUpperCase(java.util.Locale.ROOT))).containsExactly(plain);
        assertThat(listed("&q=100%25%20w")).containsExactly(other);
        assertThat(listed("&q=%25")).isEmpty();
        assertThat(listed("&q=%27%3B--")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "currency=XXX",
                "currency=eur",
                "currency=",
                "category=No",
                "q=",
                "q=%20",
                "inStock=yes",
                "inStock=",
                "sort=id",
                "sort=stars",
                "rating[gte]=0",
                "color=red",
                "limit=0",
                "limit=101",
                "cursor=e30"
            })
    void badListQueryIsA400(String query) {
        json().get("/v1/products?" + query).then().statusCode(400).body("code", equalTo("invalid_parameter"));
    }

    @Test
    void forgedCursorIsA400() {
        for (String sort : List.of("-createdAt", "price")) {
            String cursor = java.util.Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"sort\":\"%s\",\"key\":\"x\",\"id\":\"01900000-0000-7000-8000-000000000000\"}"
                            .formatted(sort)
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            json().get("/v1/products?sort=" + sort + "&cursor=" + cursor).then().statusCode(400);
        }
    }

    @ParameterizedTest
    @Matrix(
            always = {"-createdAt", "price"},
            soak = {"createdAt", "-price", "title", "-title"})
    void followingNextSeesEachProductOnceInOrder(String sort) {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            created.add(createProduct(
                    inCategory(newName("walk"), "Title " + i % 2, variant(newName("w"), "S", 1, eur(100 + i % 3)))));
        }
        List<Map<String, ?>> seen = new ArrayList<>();
        String next = "/v1/products?limit=2&category=" + category + "&sort=" + sort;
        while (next != null) {
            JsonPath page = json().get(next).then().statusCode(200).extract().jsonPath();
            assertThat(page.getList("data").size()).isLessThanOrEqualTo(2);
            seen.addAll(page.getList("data"));
            next = page.getString("page.next");
        }
        assertThat(seen)
                .extracting(product -> product.get("id"))
                .doesNotHaveDuplicates()
                .hasSize(9);
        assertThat(new HashSet<Object>(seen.stream().map(p -> p.get("id")).toList()))
                .isEqualTo(new HashSet<Object>(created));
        assertThat(seen).isSortedAccordingTo(order(sort));
    }

    @Test
    void pageByNumberTellsTheTotal() {
        for (int i = 0; i < 3; i++) {
            createProduct(inCategory(newName("n"), "T", variant(newName("n"), "S", 1, eur(1))));
        }
        json().get("/v1/products?page=2&limit=2&category=" + category)
                .then()
                .body("data", hasSize(1))
                .body("page.total", equalTo(3))
                .body("page.number", equalTo(2))
                .body("page.next", equalTo(null));
    }

    @Test
    void listIsOneStatementWhateverTheLimit() {
        for (int i = 0; i < 12; i++) {
            createProduct(inCategory(
                    newName("s"), "T", variant(newName("s"), "S", 1, eur(1)), variant(newName("s"), "M", 1, eur(2))));
        }
        for (int limit : List.of(1, 12, 100)) {
            json().get("/v1/products?limit=" + limit + "&category=" + category)
                    .then()
                    .header("Server-Timing", "db;desc=\"1\"");
        }
        String admin = "/v1/admin/products?category=" + category + "&limit=";
        String few = staff().get(admin + 2).header("Server-Timing");
        assertThat(staff().get(admin + 100).header("Server-Timing")).isEqualTo(few);
    }

    @Test
    void unchangedAnswerIsA304() {
        String empty = newName("empty");
        staff().body("{\"slug\": \"%s\", \"name\": \"C\"}".formatted(empty)).post("/v1/admin/categories");
        String id = createProduct(inCategory(newName("tag"), "T", variant(sku, "S", 1, eur(1))));
        for (String path :
                List.of("/v1/products/" + id, "/v1/products?category=" + category, "/v1/categories?within=" + empty)) {
            Response first = json().get(path);
            assertThat(first.header("Cache-Control")).contains("public");
            json().header("If-None-Match", first.header("ETag"))
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", first.header("ETag"))
                    .body(equalTo(""));
        }
        Response before = json().get("/v1/products/" + id);
        adjust(sku, -1).then().statusCode(200);
        json().header("If-None-Match", before.header("ETag"))
                .get("/v1/products/" + id)
                .then()
                .statusCode(200)
                .body("data.inStock", equalTo(false));
    }

    @Test
    void stockStateFollowsTheStock() {
        String id = createProduct(
                inCategory(newName("flip"), "T", variant(sku, "S", 1, eur(1)), variant(sku + "-M", "M", 0, eur(1))));
        assertThat(inStock(id)).containsExactly(true, false);
        java.util.UUID order = java.util.UUID.randomUUID();
        Fixtures.hold(order, Fixtures.basket(Map.of(sku, 1))).then().statusCode(200);
        assertThat(inStock(id)).containsExactly(false, false);
        json().get("/v1/products?inStock=true&category=" + category).then().body("data", empty());
        Fixtures.verb(order, "release").then().statusCode(200);
        assertThat(inStock(id)).containsExactly(true, false);
        adjust(sku + "-M", 1).then().statusCode(200);
        assertThat(inStock(id)).containsExactly(true, true);
    }

    private List<Boolean> inStock(String id) {
        return json().get("/v1/products/" + id).path("data.variants.inStock");
    }

    private List<String> listed(String more) {
        return json().get("/v1/products?category=" + category + more)
                .then()
                .statusCode(200)
                .extract()
                .path("data.id");
    }

    private String inCategory(String slug, String title, String... variants) {
        String body = Fixtures.product(slug, title, variants);
        return "{\"categories\": [\"%s\"], ".formatted(category) + body.substring(1);
    }

    private static Comparator<Map<String, ?>> order(String sort) {
        Comparator<Map<String, ?>> order = switch (sort.replace("-", "")) {
            case "createdAt" -> Comparator.comparing(product -> String.valueOf(product.get("createdAt")));
            case "price" -> Comparator.comparingInt(StorefrontIT::amount);
            default -> Comparator.comparing(product -> String.valueOf(product.get("title")));
        };
        Comparator<Map<String, ?>> whole = order.thenComparing(product -> String.valueOf(product.get("id")));
        return sort.startsWith("-") ? whole.reversed() : whole;
    }

    private static int amount(Map<String, ?> product) {
        Map<?, ?> price = (Map<?, ?>) Objects.requireNonNull(product.get("price"));
        return (Integer) Objects.requireNonNull(price.get("amount"));
    }
}
