package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.adjust;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.catalog.cache.AnotherInstance;
import dev.quayside.catalog.cache.Keys;
import dev.quayside.kit.testing.Together;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept ready is right, in the instance that changes something and in another one. */
@CatalogTest
class CacheIT {
    private static final boolean SOAK = Boolean.getBoolean("quayside.soak");
    private static final String NONE = "db;desc=\"0\"";

    @Inject
    AnotherInstance other;

    @Inject
    DataSource database;

    private final String category = newName("kept");
    private final String sku = newName("kept");
    private String id = "";
    private String page = "";
    private String list = "";

    @BeforeEach
    void createOne() {
        staff().body("{\"slug\": \"%s\", \"name\": \"C\"}".formatted(category))
                .post("/v1/admin/categories")
                .then()
                .statusCode(201);
        id = create(sku, 1000);
        page = "/v1/products/" + id;
        list = "/v1/products?facets=size&category=" + category;
    }

    @Test
    void anAnswerIsKeptUntilItsProductChanges() {
        for (String path : List.of(page, list, "/v1/products?limit=1&facets=category")) {
            warm(path);
            changePrice(id, price(json().get(page), "data") + 1);
            assertThat(json().get(path).header("Server-Timing")).as(path).isNotEqualTo(NONE);
        }
        warm(page);
        adjust(sku, -1).then().statusCode(200);
        assertThat(json().get(page).<Boolean>path("data.inStock")).isFalse();
        for (String path : List.of(page, list)) {
            warm(path);
            Reviewer.buyer().published(id, 4);
            assertThat(json().get(path).header("Server-Timing")).as(path).isNotEqualTo(NONE);
        }
        assertThat(json().get(page).<Integer>path("data.rating.count")).isEqualTo(2);
        assertThat(json().get(list).<List<Integer>>path("data.rating.count")).containsExactly(2);
        warm(page);
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        json().get(page).then().statusCode(404);
        assertThat(json().get(list).<List<?>>path("data")).isEmpty();
    }

    @Test
    void aPageFollowsTheProductsThatItShowsBesideItsOwn() {
        String related = create(newName("kept"), 500);
        warm(page);
        assertThat(json().get(page).<List<Integer>>path("data.related.price.amount"))
                .containsExactly(500);
        changePrice(related, 501);
        assertThat(json().get(page).<List<Integer>>path("data.related.price.amount"))
                .containsExactly(501);
        warm(page);
        staff().delete("/v1/admin/products/" + related).then().statusCode(204);
        assertThat(json().get(page).<List<?>>path("data.related")).isEmpty();
    }

    /** Tried again where the machine had so much to do that nothing was known of changes for a while. */
    @Test
    void aChangeElsewhereLeavesAnAnswerAsItIs() {
        await().untilAsserted(() -> {
            warm(page);
            warm(list);
            createProduct(Fixtures.product(newName("else"), "T", variant(newName("else"), "S", 1, eur(1))));
            assertThat(json().get(page).header("Server-Timing")).isEqualTo(NONE);
            assertThat(json().get(list).header("Server-Timing")).isEqualTo(NONE);
        });
    }

    @Test
    void answersAboutCategoriesAndCollectionsAreKeptUntilTheseChange() {
        String one = "/v1/categories/" + category;
        String childrens = "/v1/categories?within=" + category;
        json().get(one);
        json().get(childrens);
        String child = newName("child");
        staff().body("{\"slug\": \"%s\", \"name\": \"N\", \"parent\": \"%s\"}".formatted(child, category))
                .post("/v1/admin/categories")
                .then()
                .statusCode(201);
        assertThat(json().get(one).<List<String>>path("data.children.slug")).containsExactly(child);
        assertThat(json().get(childrens).<List<String>>path("data.slug")).contains(child);
        String collection = newName("kept");
        String its = "/v1/products?collection=" + collection;
        assertThat(json().get(its).<List<?>>path("data")).isEmpty();
        json().get("/v1/collections/" + collection).then().statusCode(404);
        staff().body("{\"slug\": \"%s\", \"title\": \"T\", \"products\": [\"%s\"]}"
                        .formatted(collection, json().get(page).<String>path("data.slug")))
                .post("/v1/admin/collections")
                .then()
                .statusCode(201);
        assertThat(json().get(its).<List<String>>path("data.id")).containsExactly(id);
        warm("/v1/collections/" + collection);
    }

    @Test
    void noCacheAsksTheDatabase() {
        warm(page);
        Response asked = json().header("Cache-Control", "no-cache").get(page);
        assertThat(asked.header("Server-Timing")).isNotEqualTo(NONE);
        assertThat(asked.header("ETag")).isEqualTo(json().get(page).header("ETag"));
        assertThat(asked.header("Cache-Control")).isEqualTo("public, max-age=0, must-revalidate");
        assertThat(asked.header("Surrogate-Key")).isNull();
    }

    @Test
    void anotherInstanceHearsOfAChangeAndTakesWhatTheFirstHasMade() {
        assertThat(otherPrice()).isEqualTo(1000);
        changePrice(id, 1001);
        other.catchUp();
        assertThat(otherPrice()).isEqualTo(1001);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            int price = otherPrice() + 1;
            changePrice(id, price);
            await().until(() -> {
                json().get(page);
                return other.findsInRedis(page);
            });
            int reads = other.reads();
            assertThat(otherPrice()).isEqualTo(price);
            assertThat(otherPrice()).isEqualTo(price);
            assertThat(other.reads()).isEqualTo(reads);
        });
    }

    /** As made by another instance: its transaction has an older number than changes that were heard of before it was committed. */
    @Test
    void aChangeThatIsCommittedLateIsHeardOf() throws SQLException {
        try (Connection late = database.getConnection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("""
                    update storefront_products
                    set body = cast(replace(cast(body as text), '"amount":1000', '"amount":777') as json)
                    where product_id = '%s'""".formatted(id));
            statement.execute("insert into storefront_changes (keys) values (array['product-" + id + "'])");
            create(newName("kept"), 1);
            other.catchUp();
            assertThat(otherPrice()).isEqualTo(1000);
            assertThat(price(json().get(page), "data")).isEqualTo(1000);
            late.commit();
        }
        other.catchUp();
        assertThat(otherPrice()).isEqualTo(777);
        await().atMost(Duration.ofSeconds(20)).until(() -> price(json().get(page), "data") == 777);
    }

    @Test
    void aSaleIsShownAtItsTimeAndEndsAtItsTime() {
        warm(page);
        sell("\"startsAt\": \"%s\"".formatted(Instant.now().plusSeconds(1)));
        awaitPrice(900);
        sell("\"endsAt\": \"%s\"".formatted(Instant.now().plusSeconds(1)));
        awaitPrice(1000);
    }

    private void sell(String when) {
        patch(id, """
                {"variants": [{"sku": "%s", "options": {"size": "S"}, "prices": [{"amount": 1000, "currency": "EUR",
                 "sale": {"amount": 900, %s}}]}]}""".formatted(sku, when));
    }

    private void awaitPrice(int amount) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            other.catchUp();
            return price(json().get(page), "data") == amount && otherPrice() == amount;
        });
    }

    @Test
    void noReaderOfEitherInstanceSeesAnOldPriceForMoreThanASecond() {
        AtomicBoolean over = new AtomicBoolean();
        TreeMap<Long, Integer> answered = new TreeMap<>();
        String neighbour = create(newName("kept"), 1);
        Callable<List<long[]>> writer = () -> {
            Random random = new Random(7);
            int price = 1000;
            for (int burst = 0; burst < (SOAK ? 20 : 2); burst++) {
                for (int i = 0; i < 8; i++) {
                    switch (random.nextInt(4)) {
                        case 0 ->
                            adjust(sku, random.nextBoolean() ? 1 : 10).then().statusCode(200);
                        case 1 -> changePrice(neighbour, 1 + random.nextInt(900));
                        default -> {
                            changePrice(id, ++price);
                            answered.put(System.nanoTime(), price);
                        }
                    }
                }
                changePrice(id, ++price);
                long until = System.nanoTime();
                answered.put(until, price);
                await().pollDelay(Duration.ofMillis(1_300)).until(() -> true);
            }
            over.set(true);
            return List.of();
        };
        List<Callable<List<long[]>>> all = new ArrayList<>(List.of(writer));
        List<IntSupplier> readers = List.of(
                () -> price(json().get(page), "data"),
                () -> price(json().get(list), "data.find { it.id == '" + id + "' }"),
                this::otherPrice,
                this::otherPrice);
        readers.forEach(reader -> all.add(() -> read(over, reader)));
        List<List<long[]>> seen = Together.run(all);
        assertThat(answered).hasSizeGreaterThan(5);
        seen.stream().flatMap(List::stream).forEach(read -> {
            Map.Entry<Long, Integer> due = answered.floorEntry(read[0] - TimeUnit.SECONDS.toNanos(1));
            assertThat(read[1])
                    .as("a price that was answered a second before")
                    .isGreaterThanOrEqualTo(due == null ? 0 : due.getValue());
        });
    }

    /** When each read began, and what it saw. */
    private static List<long[]> read(AtomicBoolean over, IntSupplier reader) {
        List<long[]> seen = new ArrayList<>();
        while (!over.get()) {
            long began = System.nanoTime();
            seen.add(new long[] {began, reader.getAsInt()});
        }
        return seen;
    }

    private int otherPrice() {
        byte[] body = other.get(
                page,
                () -> json().header("Cache-Control", "no-cache").get(page).asByteArray(),
                Keys.product(UUID.fromString(id)));
        return JsonPath.from(new String(body, StandardCharsets.UTF_8)).getInt("data.price.amount");
    }

    private static int price(Response answer, String path) {
        return answer.then().statusCode(200).extract().jsonPath().getInt(path + ".price.amount");
    }

    private static void warm(String path) {
        await().untilAsserted(() -> {
            json().get(path).then().statusCode(200);
            assertThat(json().get(path).header("Server-Timing")).as(path).isEqualTo(NONE);
        });
    }

    private void changePrice(String product, int amount) {
        String its = product.equals(id)
                ? sku
                : staff().get("/v1/admin/products/" + product).path("data.variants[0].sku");
        patch(product, "{\"variants\": [%s]}".formatted(priced(its, amount)));
    }

    private static String priced(String sku, int amount) {
        return "{\"sku\": \"%s\", \"options\": {\"size\": \"S\"}, \"prices\": [%s]}".formatted(sku, eur(amount));
    }

    private static void patch(String product, String body) {
        staff().header("If-Match", "*")
                .body(body)
                .patch("/v1/admin/products/" + product)
                .then()
                .statusCode(200);
    }

    private String create(String sku, int amount) {
        return createProduct("{\"slug\": \"%s\", \"title\": \"T\", \"categories\": [\"%s\"], \"variants\": [%s]}"
                .formatted(newName("kept"), category, variant(sku, "S", 1, eur(amount))));
    }
}
