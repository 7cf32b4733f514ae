package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.adjust;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.kit.testing.AdminWrites;
import dev.quayside.kit.testing.RecordedChanges;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every admin write of the catalog, and what it leaves in the audit log. */
@CatalogTest
class AuditTrailIT {
    @Inject
    DataSource database;

    /**
     * One write.
     *
     * @param made makes the write and tells the id of what it was about
     * @param actions what is recorded about that, with what came before the write
     */
    record Write(String operation, Supplier<String> made, List<String> actions) {
        @Override
        public String toString() {
            return operation;
        }
    }

    static Stream<Write> writes() {
        return Stream.of(
                new Write("POST /v1/admin/products", AuditTrailIT::mug, List.of("product.created")),
                new Write(
                        "PUT /v1/admin/products/by-key/{slug}",
                        () -> upsert(newName("mug"), "Mug").path("data.id"),
                        List.of("product.created")),
                new Write(
                        "PATCH /v1/admin/products/{id}",
                        () -> patch("products", mug(), "{\"title\": \"Cup\"}"),
                        List.of("product.created", "product.updated")),
                new Write(
                        "DELETE /v1/admin/products/{id}",
                        () -> delete("products", mug()),
                        List.of("product.created", "product.deleted")),
                new Write("POST /v1/admin/products:bulk", AuditTrailIT::streamed, List.of("product.created")),
                new Write("POST /v1/admin/imports", AuditTrailIT::imported, List.of("import.created")),
                new Write(
                        "POST /v1/admin/imports/{id}/pause",
                        () -> act("imports", waiting("products", "queued"), "pause"),
                        List.of("import.paused")),
                new Write(
                        "POST /v1/admin/imports/{id}/resume",
                        () -> act("imports", waiting("products", "paused"), "resume"),
                        List.of("import.resumed")),
                new Write(
                        "POST /v1/admin/imports/{id}/cancel",
                        () -> act("imports", waiting("products", "queued"), "cancel"),
                        List.of("import.cancelled")),
                new Write("POST /v1/admin/product-edits", AuditTrailIT::edited, List.of("product_edit.created")),
                new Write(
                        "POST /v1/admin/product-edits/{id}/pause",
                        () -> actOnEdit("queued", "pause"),
                        List.of("product_edit.paused")),
                new Write(
                        "POST /v1/admin/product-edits/{id}/resume",
                        () -> actOnEdit("paused", "resume"),
                        List.of("product_edit.resumed")),
                new Write(
                        "POST /v1/admin/product-edits/{id}/cancel",
                        () -> actOnEdit("queued", "cancel"),
                        List.of("product_edit.cancelled")),
                new Write(
                        "POST /v1/admin/deleted-products/{id}/restore",
                        () -> restore(delete("products", mug())),
                        List.of("product.created", "product.deleted", "product.restored")),
                new Write("POST /v1/admin/media", () -> image(mug()), List.of("media.created")),
                new Write(
                        "PATCH /v1/admin/media/{id}",
                        () -> patch("media", image(mug()), "{\"alt\": \"Mug\"}"),
                        List.of("media.created", "media.updated")),
                new Write(
                        "PUT /v1/admin/media/order",
                        () -> reversed(mug()),
                        List.of("product.created", "product.media_ordered")),
                new Write(
                        "DELETE /v1/admin/media/{id}",
                        () -> delete("media", image(mug())),
                        List.of("media.created", "media.deleted")),
                new Write("POST /v1/admin/categories", AuditTrailIT::category, List.of("category.created")),
                new Write(
                        "PATCH /v1/admin/categories/{id}",
                        () -> patch("categories", category(), "{\"name\": \"Cups\"}"),
                        List.of("category.created", "category.updated")),
                new Write(
                        "PUT /v1/admin/categories/{parent}/children",
                        AuditTrailIT::reordered,
                        List.of("category.created", "category.reordered")),
                new Write(
                        "DELETE /v1/admin/categories/{id}",
                        () -> delete("categories", category()),
                        List.of("category.created", "category.deleted")),
                new Write("POST /v1/admin/search/synonyms", AuditTrailIT::synonym, List.of("synonym.created")),
                new Write(
                        "PUT /v1/admin/search/synonyms/{id}",
                        () -> put(
                                "synonyms/" + synonym(), "{\"phrases\": [\"%s\", \"mug\"]}".formatted(newName("cup"))),
                        List.of("synonym.created", "synonym.updated")),
                new Write(
                        "DELETE /v1/admin/search/synonyms/{id}",
                        () -> delete("search/synonyms", synonym()),
                        List.of("synonym.created", "synonym.deleted")),
                new Write("PUT /v1/admin/search/stop-words", AuditTrailIT::stopWords, List.of("stop_words.updated")),
                new Write(
                        "PUT /v1/admin/search/blocked-queries",
                        AuditTrailIT::blockedQueries,
                        List.of("blocked_queries.updated")),
                new Write("POST /v1/admin/collections", AuditTrailIT::collection, List.of("collection.created")),
                new Write(
                        "PATCH /v1/admin/collections/{id}",
                        () -> patch("collections", collection(), "{\"title\": \"Winter\"}"),
                        List.of("collection.created", "collection.updated")),
                new Write(
                        "DELETE /v1/admin/collections/{id}",
                        () -> delete("collections", collection()),
                        List.of("collection.created", "collection.deleted")),
                new Write(
                        "POST /v1/admin/reviews/{id}/approve",
                        () -> Reviewer.buyer().published(mug(), 5),
                        List.of("review.approved")),
                new Write(
                        "POST /v1/admin/reviews/{id}/reject",
                        () -> Reviewer.reject(review(), "no").path("data.id"),
                        List.of("review.rejected")),
                new Write(
                        "PUT /v1/admin/reviews/{id}/answer",
                        () -> Reviewer.answer(review(), "Thanks").path("data.id"),
                        List.of("review.answered")),
                new Write(
                        "DELETE /v1/admin/reviews/{id}/answer",
                        AuditTrailIT::answerTakenBack,
                        List.of("review.answered", "review.answer_withdrawn")),
                new Write("DELETE /v1/admin/reviews/{id}", AuditTrailIT::reviewRemoved, List.of("review.deleted")),
                new Write(
                        "POST /v1/admin/stock/{sku}/adjust",
                        () -> adjust(skuWithStock(10), 5).path("data.sku"),
                        List.of("stock.adjusted")),
                new Write("PUT /v1/admin/stock/{sku}", AuditTrailIT::counted, List.of("stock.counted")),
                new Write(
                        "POST /v1/admin/stock-locations",
                        () -> Places.create(300).path("data.id"),
                        List.of("stock_location.created")),
                new Write(
                        "PATCH /v1/admin/stock-locations/{id}",
                        () -> patch("stock-locations", Places.create(300).path("data.id"), "{\"name\": \"North\"}"),
                        List.of("stock_location.created", "stock_location.updated")),
                new Write(
                        "DELETE /v1/admin/stock-locations/{id}",
                        () -> delete("stock-locations", Places.create(300).path("data.id")),
                        List.of("stock_location.created", "stock_location.deleted")),
                new Write(
                        "POST /v1/admin/stock-transfers",
                        () -> Places.transfer("main", Places.code(300), Map.of(skuWithStock(2), 1))
                                .path("data.id"),
                        List.of("stock.transferred")),
                new Write(
                        "POST /v1/admin/stock-alerts/{id}/acknowledge",
                        AuditTrailIT::acknowledged,
                        List.of("stock_alert.acknowledged")),
                new Write("POST /v1/admin/stock-takes", AuditTrailIT::taken, List.of("stock_take.created")),
                new Write(
                        "POST /v1/admin/stock-takes/{id}/pause",
                        () -> act("stock-takes", waiting("stock_take", "queued"), "pause"),
                        List.of("stock_take.paused")),
                new Write(
                        "POST /v1/admin/stock-takes/{id}/resume",
                        () -> act("stock-takes", waiting("stock_take", "paused"), "resume"),
                        List.of("stock_take.resumed")),
                new Write(
                        "POST /v1/admin/stock-takes/{id}/cancel",
                        () -> act("stock-takes", waiting("stock_take", "queued"), "cancel"),
                        List.of("stock_take.cancelled")));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void writeIsRecorded(Write write) {
        String subject = write.made().get();
        List<String> recorded = RecordedChanges.actions(database, subject);
        // These lists are always the same ones; other tests change them too.
        boolean once = !write.operation().matches(".*/(stop-words|blocked-queries)");
        assertThat(once ? recorded : recorded.subList(0, 1)).isEqualTo(write.actions());
    }

    @Test
    void everyAdminWriteHasARow() {
        assertThat(writes().map(Write::operation).collect(Collectors.toSet()))
                .isEqualTo(AdminWrites.of("dev.quayside.catalog"));
    }

    @Test
    void changeShowsWhatItWasAndWhatItIsAndNothingElse() {
        String id = patch("products", mug(), "{\"title\": \"Cup\"}");
        JsonNode entry = RecordedChanges.of(database, id).get(1);
        assertThat(entry.at("/before/title").asText()).isEqualTo("Mug");
        assertThat(entry.at("/after/title").asText()).isEqualTo("Cup");
        assertThat(entry.get("after").fieldNames()).toIterable().containsExactly("title", "version", "updatedAt");
        assertThat(entry.at("/actor/kind").asText()).isEqualTo("api_key");
        assertThat(entry.get("subject").toString()).isEqualTo("{\"type\":\"product\",\"id\":\"" + id + "\"}");
    }

    @Test
    void adjustmentShowsItsReason() {
        String sku = adjust(skuWithStock(10), 5).path("data.sku");
        JsonNode entry = RecordedChanges.of(database, sku).get(0);
        assertThat(entry.get("before").toString()).isEqualTo("{\"onHand\":10,\"available\":10}");
        assertThat(entry.get("after").toString()).isEqualTo("{\"onHand\":15,\"available\":15,\"reason\":\"counted\"}");
    }

    @Test
    void onePriceOfALargeProductIsFoundInItsEntry() {
        List<String> skus =
                IntStream.range(0, 60).mapToObj(n -> newName("large")).toList();
        String slug = newName("large");
        String id = createProduct(product(slug, "Large", large(skus, 1000)));
        staff().body(product(slug, "Large", large(skus, 1200)))
                .put("/v1/admin/products/by-key/" + slug)
                .then()
                .statusCode(200);
        JsonNode entry = RecordedChanges.of(database, id).get(1);
        assertThat(entry.has("omitted")).isFalse();
        assertThat(entry.at("/before/variants").size()).isEqualTo(1);
        assertThat(entry.at("/before/variants/0/prices/0/amount").asInt()).isEqualTo(1000);
        assertThat(entry.at("/after/variants/0/prices/0/amount").asInt()).isEqualTo(1200);
        assertThat(entry.at("/after/variants/0/sku").asText()).isEqualTo(skus.get(59));
    }

    @Test
    void whatChangesNothingRecordsNothing() {
        String slug = newName("mug");
        String id = upsert(slug, "Mug").path("data.id");
        upsert(slug, "Mug").then().statusCode(200);
        patch("products", id, "{\"title\": \"Mug\"}");
        staff().header("If-Match", "\"99\"")
                .body("{\"title\": \"Cup\"}")
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(412);
        assertThat(RecordedChanges.actions(database, id)).containsExactly("product.created");
        String category = category();
        patch("categories", category, "{}");
        assertThat(RecordedChanges.actions(database, category)).containsExactly("category.created");
    }

    @Test
    void repeatedKeyRecordsNothingNewAndRefusalNothingAtAll() {
        String sku = skuWithStock(10);
        Map<Integer, Long> answers = Stream.generate(() -> staff().header("Idempotency-Key", sku)
                        .body("{\"delta\": -4, \"reason\": \"broken\"}")
                        .post("/v1/admin/stock/" + sku + "/adjust"))
                .limit(3)
                .collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
        assertThat(answers).isEqualTo(Map.of(200, 3L));
        adjust(sku, -11).then().statusCode(409);
        assertThat(RecordedChanges.actions(database, sku)).containsExactly("stock.adjusted");
        String key = UUID.randomUUID().toString();
        String body = product(newName("mug"), "Mug", variant(newName("mug"), "M", 1, eur(1)));
        Supplier<Response> create =
                () -> staff().header("Idempotency-Key", key).body(body).post("/v1/admin/products");
        String id = create.get().path("data.id");
        create.get().then().statusCode(201);
        assertThat(RecordedChanges.actions(database, id)).containsExactly("product.created");
    }

    private static String[] large(List<String> skus, long lastPrice) {
        return IntStream.range(0, skus.size())
                .mapToObj(n -> variant(skus.get(n), "size " + n, 0, eur(n == skus.size() - 1 ? lastPrice : 1000)))
                .toArray(String[]::new);
    }

    private static String taken() {
        return StockTakeIT.done("", "sku,counted\n" + skuWithStock(2) + ",1\n").getString("data.id");
    }

    private static String acknowledged() {
        String sku = adjust(skuWithStock(10), -9).path("data.sku");
        String id = staff().get("/v1/admin/stock-alerts?sku=" + sku).path("data[0].id");
        staff().post("/v1/admin/stock-alerts/" + id + "/acknowledge").then().statusCode(200);
        return id;
    }

    private static String counted() {
        return staff().body("{\"onHand\": 3, \"reason\": \"counted\"}")
                .put("/v1/admin/stock/" + skuWithStock(10))
                .path("data.sku");
    }

    private static String mug() {
        return createProduct(product(newName("mug"), "Mug", variant(newName("mug"), "M", 1, eur(1))));
    }

    private static String streamed() {
        String slug = newName("mug");
        Streams.bulk(Streams.mug(slug, 1));
        return staff().get("/v1/admin/products?sku=" + slug).path("data[0].id");
    }

    private static String imported() {
        return ImportIT.done(ImportIT.start("", Streams.NDJSON, Streams.mug(newName("mug"), 1)))
                .getString("data.id");
    }

    /** An import that no step knows of. */
    private static String waiting(String kind, String status) {
        String id = UUID.randomUUID().toString();
        String other = imported();
        DataSource database = Arc.container().instance(DataSource.class).get();
        Sql.run(database, """
                insert into imports select (jsonb_populate_record(i, jsonb_build_object('id', '%s', 'status', '%s', 'kind', '%s',
                    'finished_at', null))).* from imports i where i.id = '%s'""".formatted(id, status, kind, other));
        return id;
    }

    private static String act(String kind, String id, String verb) {
        staff().post("/v1/admin/" + kind + "/" + id + "/" + verb).then().statusCode(200);
        return id;
    }

    private static String edited() {
        return Edits.done(Edits.start("{\"tag\": \"" + newName("none") + "\"}", "{\"status\": \"draft\"}"))
                .getString("data.id");
    }

    /** On an edit that no step knows of. */
    private static String actOnEdit(String status, String verb) {
        String id = UUID.randomUUID().toString();
        DataSource database = Arc.container().instance(DataSource.class).get();
        Sql.run(database, """
                insert into product_edits select (jsonb_populate_record(e, jsonb_build_object('id', '%s', 'status', '%s',
                    'finished_at', null))).* from product_edits e where e.id = '%s'""".formatted(id, status, edited()));
        staff().post(Edits.PATH + "/" + id + "/" + verb).then().statusCode(200);
        return id;
    }

    private static String image(String product) {
        return Fixtures.upload(product, Fixtures.image()).path("data.id");
    }

    private static String reversed(String product) {
        List<String> ids = List.of(image(product), image(product));
        staff().body("{\"product\": \"%s\", \"ids\": [\"%s\", \"%s\"]}".formatted(product, ids.get(1), ids.get(0)))
                .put("/v1/admin/media/order")
                .then()
                .statusCode(200);
        return product;
    }

    private static String review() {
        return Reviewer.buyer().wrote(mug(), 5);
    }

    private static String answerTakenBack() {
        String review = Reviewer.answer(review(), "Thanks").path("data.id");
        Reviewer.staff()
                .delete("/v1/admin/reviews/" + review + "/answer")
                .then()
                .statusCode(204);
        return review;
    }

    private static String reviewRemoved() {
        String review = review();
        Reviewer.staff().delete("/v1/admin/reviews/" + review).then().statusCode(204);
        return review;
    }

    private static String category() {
        return staff().body("{\"slug\": \"%s\", \"name\": \"Mugs\"}".formatted(newName("mugs")))
                .post("/v1/admin/categories")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private static String synonym() {
        return staff().body("{\"phrases\": [\"%s\", \"%s\"]}".formatted(newName("cup"), newName("mug")))
                .post("/v1/admin/search/synonyms")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private static String collection() {
        return staff().body("{\"slug\": \"%s\", \"title\": \"Summer\"}".formatted(newName("summer")))
                .post("/v1/admin/collections")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private static String stopWords() {
        put("stop-words", "{\"words\": [\"%s\"]}".formatted(newName("please")));
        put("stop-words", "{\"words\": []}");
        return "all";
    }

    private static String blockedQueries() {
        put("blocked-queries", "{\"phrases\": [\"%s\"]}".formatted(newName("please")));
        put("blocked-queries", "{\"phrases\": []}");
        return "shop";
    }

    private static String put(String what, String body) {
        staff().header("If-Match", "*")
                .body(body)
                .put("/v1/admin/search/" + what)
                .then()
                .statusCode(200);
        return what.substring(what.indexOf('/') + 1);
    }

    private static String reordered() {
        String parent = category();
        String slug = staff().get("/v1/admin/categories/" + parent).path("data.slug");
        List<String> below = List.of(newName("b"), newName("a"));
        below.forEach(
                child -> staff().body("{\"slug\": \"%s\", \"name\": \"N\", \"parent\": \"%s\"}".formatted(child, slug))
                        .post("/v1/admin/categories")
                        .then()
                        .statusCode(201));
        staff().body("{\"children\": [\"%s\", \"%s\"]}".formatted(below.get(1), below.get(0)))
                .put("/v1/admin/categories/" + parent + "/children")
                .then()
                .statusCode(200);
        return parent;
    }

    private static Response upsert(String slug, String title) {
        return staff().body(product(slug, title, variant(slug, "M", 1, eur(1))))
                .put("/v1/admin/products/by-key/" + slug);
    }

    private static String patch(String kind, String id, String patch) {
        staff().header("If-Match", "*")
                .body(patch)
                .patch("/v1/admin/" + kind + "/" + id)
                .then()
                .statusCode(200);
        return id;
    }

    private static String restore(String id) {
        staff().post("/v1/admin/deleted-products/" + id + "/restore").then().statusCode(200);
        return id;
    }

    private static String delete(String kind, String id) {
        staff().delete("/v1/admin/" + kind + "/" + id).then().statusCode(204);
        return id;
    }
}
