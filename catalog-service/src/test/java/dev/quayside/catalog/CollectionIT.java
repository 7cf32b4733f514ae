package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CatalogTest
class CollectionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    private final String slug = newName("collection");
    private final String tag = newName("tag");

    @Test
    void madeByHandKeepsItsOrder() throws SQLException {
        String a = product("");
        String b = product("");
        String c = product("");
        Response created = create("\"products\": [\"%s\", \"%s\"]".formatted(b, a));
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("data.products", contains(b, a))
                .body("data.rule", nullValue());
        assertThat(members(slug)).containsExactly(b, a);
        String path = created.header("Location");
        staff().header("If-Match", "\"1\"")
                .body("{\"products\": [\"%s\", \"%s\", \"%s\"]}".formatted(c, a, b))
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        assertThat(members(slug)).containsExactly(c, a, b);
        staff().header("If-Match", "\"1\"")
                .body("{\"title\": \"T\"}")
                .patch(path)
                .then()
                .statusCode(412);
        staff().body("{\"title\": \"T\"}").patch(path).then().statusCode(428);
        staff().header("If-Match", "*")
                .body("{\"title\": \"Title\"}")
                .patch(path)
                .then()
                .header("ETag", "\"2\"");
        staff().header("If-Match", "*")
                .body("{\"products\": [\"none-such\"]}")
                .patch(path)
                .then()
                .statusCode(422);
        assertThat(members(slug)).containsExactly(c, a, b);
        staff().delete("/v1/admin/products/" + staff().get("/v1/products/" + a).path("data.id"));
        assertThat(members(slug)).containsExactly(c, b);
        create("\"products\": []").then().statusCode(409).body("code", equalTo("slug_taken"));
        staff().delete(path).then().statusCode(204);
        staff().get(path).then().statusCode(404).body("code", equalTo("collection_not_found"));
        json().get("/v1/products/" + b).then().statusCode(200);
    }

    @Test
    void ruleTakesProductsThatWereThereAndThoseThatComeAndLetsThemGo() throws SQLException {
        String before = product("\"tags\": [\"%s\"],".formatted(tag));
        rule("{\"match\": \"all\", \"conditions\": [{\"tag\": \"%s\"}]}"
                .formatted(tag.toUpperCase(java.util.Locale.ROOT)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(members(slug)).containsExactly(before));
        String after = product("\"tags\": [\"%s\"],".formatted(tag));
        assertThat(members(slug)).containsExactlyInAnyOrder(before, after);
        patchProduct(after, "{\"tags\": []}");
        assertThat(members(slug)).containsExactly(before);
    }

    @Test
    void newRuleReplacesTheOldOne() throws SQLException {
        String tagged = product("\"tags\": [\"%s\"],".formatted(tag));
        String branded = product("\"brand\": \"%s\",".formatted(tag));
        String path = rule("{\"match\": \"all\", \"conditions\": [{\"tag\": \"%s\"}]}".formatted(tag));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(members(slug)).containsExactly(tagged));
        patch(path, "{\"rule\": {\"conditions\": [{\"brand\": \"%s\"}]}}".formatted(tag))
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(members(slug)).containsExactly(branded));
        patch(path, "{\"rule\": null, \"products\": [\"%s\"]}".formatted(tagged))
                .then()
                .statusCode(200);
        assertThat(members(slug)).containsExactly(tagged);
        patch(
                        path,
                        "{\"rule\": {\"match\": \"all\", \"conditions\": [{\"brand\": \"%s\"}]}, \"products\": null}"
                                .formatted(tag))
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(members(slug)).containsExactly(branded));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "any | {'tag':'TAG'}, {'brand':'none'}                                            | true",
                "all | {'tag':'TAG'}, {'brand':'none'}                                            | false",
                "all | {'tag':'TAG'}, {'brand':'kadewerk'}                                        | true",
                "all | {'tag':'TAG'}, {'attribute':{'name':'Colour','value':'BLUE'}}              | true",
                "all | {'tag':'TAG'}, {'attribute':{'name':'colour','value':'red'}}               | false",
                "all | {'tag':'TAG'}, {'price':{'currency':'EUR','gte':700,'lt':701}}             | true",
                "all | {'tag':'TAG'}, {'price':{'currency':'EUR','gte':701}}                      | false",
                "all | {'tag':'TAG'}, {'price':{'currency':'EUR','lt':700}}                       | false",
                "all | {'tag':'TAG'}, {'price':{'currency':'USD','gte':0}}                        | false",
            })
    void conditionsAreReadAsDocumented(String match, String conditions, boolean taken) throws SQLException {
        rule("{\"match\": \"%s\", \"conditions\": [%s]}"
                .formatted(match, conditions.replace('\'', '"').replace("TAG", tag)));
        String product = product(
                "\"tags\": [\"%s\"], \"brand\": \"Kadewerk\", \"attributes\": [{\"name\": \"colour\", \"value\": \"Blue\"}],"
                        .formatted(tag));
        assertThat(members(slug).contains(product)).isEqualTo(taken);
    }

    @Test
    void ruleFollowsTheTreeOfCategories() throws SQLException {
        String top = category(null);
        String below = category(top);
        String product = product("\"categories\": [\"%s\"],".formatted(below));
        rule("{\"match\": \"all\", \"conditions\": [{\"category\": \"%s\"}]}".formatted(top));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(members(slug)).containsExactly(product));
        String id = staff().get("/v1/categories/" + below).path("data.id");
        patch("/v1/admin/categories/" + id, "{\"parent\": null}").then().statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(members(slug)).isEmpty());
    }

    @Test
    void ruleFollowsASaleThatStartsByItself() throws SQLException {
        Instant start = MovedClock.stopAt(Duration.ZERO).plus(Duration.ofMinutes(5));
        rule(
                "{\"match\": \"all\", \"conditions\": [{\"tag\": \"%s\"}, {\"price\": {\"currency\": \"EUR\", \"lt\": 500}}]}"
                        .formatted(tag));
        String product =
                product("\"tags\": [\"%s\"],".formatted(tag), "{\"amount\": 400, \"startsAt\": \"" + start + "\"}");
        assertThat(members(slug)).isEmpty();
        MovedClock.stopAt(start);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(members(slug)).containsExactly(product));
    }

    @Test
    void productThatIsNotCommittedWhenTheRuleChangesIsFoundByTheNewOne() throws SQLException {
        String there = product("\"brand\": \"%s\",".formatted(tag));
        String path = rule("{\"match\": \"all\", \"conditions\": [{\"tag\": \"none\"}]}");
        String late = newName("late");
        CompletableFuture<Integer> patched;
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement insert = other.prepareStatement("""
                    with filing as (select pg_advisory_xact_lock_shared(x'7368617065'::bigint))
                    insert into products (id, slug, title, description, brand, status, version, created_at, updated_at)
                    select ?, ?, 'Late', '', ?, 'active', 1, now(), now() from filing""")) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, late);
                insert.setString(3, tag);
                insert.executeUpdate();
            }
            patched = CompletableFuture.supplyAsync(
                    () -> patch(path, "{\"rule\": {\"conditions\": [{\"brand\": \"%s\"}]}}".formatted(tag))
                            .statusCode());
            await().atMost(PATIENCE).until(() -> waiting() || members(slug).contains(there));
            other.commit();
        }
        assertThat(patched.join()).isEqualTo(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(members(slug)).containsExactlyInAnyOrder(there, late));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'slug':'S!'                                                          | slug",
                "'title':' '                                                          | title",
                "'products':['a','a']                                                 | products[1]",
                "'products':['none-such']                                             | products[0]",
                "'rule':{'match':'some','conditions':[{'tag':'a'}]}                   | rule.match",
                "'rule':{'match':'all','conditions':[]}                               | rule.conditions",
                "'rule':{'match':'all','conditions':[{}]}                             | rule.conditions[0]",
                "'rule':{'match':'all','conditions':[{'tag':'a','brand':'b'}]}        | rule.conditions[0]",
                "'rule':{'match':'all','conditions':[{'category':'none-such'}]}       | rule.conditions[0].category",
                "'rule':{'match':'all','conditions':[{'price':{'currency':'EUR'}}]}   | rule.conditions[0].price",
                "'rule':{'match':'all','conditions':[{'price':{'currency':'XXX','lt':5}}]} | rule.conditions[0].price.currency",
                "'rule':{'match':'all','conditions':[{'price':{'currency':'EUR','gte':5,'lt':5}}]} | rule.conditions[0].price.lt",
                "'rule':{'match':'all','conditions':[{'tag':'a'}]},'products':[]      | products",
            })
    void invalidCollectionNamesTheField(String fields, String field) {
        String body = "{'slug':'%s','title':'T',%s}".formatted(slug, fields).replace('\'', '"');
        String once = fields.startsWith("'slug'") ? body.replaceFirst("\"slug\":\"[^\"]*\",", "") : body;
        String valid = fields.startsWith("'title'") ? once.replaceFirst("\"title\":\"T\",", "") : once;
        staff().body(valid)
                .post("/v1/admin/collections")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"))
                .body("errors.field", hasItem(field));
    }

    @Test
    void everybodySeesCollectionsAndStaffTheirRules() {
        String path = rule(
                "{\"match\": \"any\", \"conditions\": [{\"tag\": \"%s\"}, {\"price\": {\"currency\": \"EUR\", \"lt\": 9}}]}"
                        .formatted(tag));
        staff().get(path)
                .then()
                .body("data.rule.conditions[0].tag", equalTo(tag))
                .body("data.rule.conditions[1].price.lt", equalTo(9))
                .body("data.products", nullValue());
        Response seen = json().get("/v1/collections/" + slug);
        seen.then().statusCode(200).body("data.madeBy", equalTo("rule")).body("data.rule", nullValue());
        json().header("If-None-Match", seen.header("ETag"))
                .get("/v1/collections/" + slug)
                .then()
                .statusCode(304);
        json().get("/v1/collections?sort=-createdAt&limit=5").then().body("data.slug", hasItem(slug));
        staff().get("/v1/admin/collections?sort=-createdAt&limit=5").then().body("data.slug", hasItem(slug));
        json().get("/v1/collections/none-such").then().statusCode(404).body("code", equalTo("collection_not_found"));
        json().get("/v1/collections?sort=price").then().statusCode(400);
    }

    private Response create(String content) {
        return staff().body("{\"slug\": \"%s\", \"title\": \"Title\", %s}".formatted(slug, content))
                .post("/v1/admin/collections");
    }

    /** Creates a collection with a rule; its path. */
    private String rule(String rule) {
        return create("\"rule\": " + rule).then().statusCode(201).extract().header("Location");
    }

    private static String product(String fields) {
        return product(fields, "{\"amount\": 700}");
    }

    private static String product(String fields, String sale) {
        String key = newName("p");
        createProduct("{%s \"slug\": \"%s\", \"title\": \"T\", \"variants\": [{\"sku\": \"%s\", \"prices\": [%s]}]}"
                .formatted(fields, key, key, "{\"amount\": 1000, \"currency\": \"EUR\", \"sale\": " + sale + "}"));
        return key;
    }

    private static String category(@org.jspecify.annotations.Nullable String parent) {
        String key = newName("c");
        staff().body("{\"slug\": \"%s\", \"name\": \"N\"%s}"
                        .formatted(key, parent == null ? "" : ", \"parent\": \"" + parent + "\""))
                .post("/v1/admin/categories")
                .then()
                .statusCode(201);
        return key;
    }

    private static void patchProduct(String product, String patch) {
        String id = json().get("/v1/products/" + product).path("data.id");
        patch("/v1/admin/products/" + id, patch).then().statusCode(200);
    }

    private static Response patch(String path, String patch) {
        return staff().header("If-Match", "*").body(patch).patch(path);
    }

    private List<String> members(String collection) throws SQLException {
        return texts("""
                select p.slug from collection_products m
                join collections c on c.id = m.collection_id join products p on p.id = m.product_id
                where c.slug = '%s' order by m.position, p.id""".formatted(collection));
    }

    private boolean waiting() throws SQLException {
        return !texts("select 'waits' from pg_locks where locktype = 'advisory' and not granted")
                .isEmpty();
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
