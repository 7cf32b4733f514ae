package dev.quayside.catalog;

import static dev.quayside.catalog.AdminActs.act;
import static dev.quayside.catalog.AdminActs.actOnEdit;
import static dev.quayside.catalog.AdminActs.category;
import static dev.quayside.catalog.AdminActs.collection;
import static dev.quayside.catalog.AdminActs.delete;
import static dev.quayside.catalog.AdminActs.image;
import static dev.quayside.catalog.AdminActs.mug;
import static dev.quayside.catalog.AdminActs.patch;
import static dev.quayside.catalog.AdminActs.put;
import static dev.quayside.catalog.AdminActs.restore;
import static dev.quayside.catalog.AdminActs.reversed;
import static dev.quayside.catalog.AdminActs.review;
import static dev.quayside.catalog.AdminActs.synonym;
import static dev.quayside.catalog.AdminActs.upsert;
import static dev.quayside.catalog.AdminActs.waiting;
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
                new Write("POST /v1/admin/products", AdminActs::mug, List.of("product.created")),
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
                new Write("POST /v1/admin/products:bulk", AdminActs::streamed, List.of("product.created")),
                new Write("POST /v1/admin/imports", AdminActs::imported, List.of("import.created")),
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
                new Write("POST /v1/admin/product-edits", AdminActs::edited, List.of("product_edit.created")),
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
                new Write("POST /v1/admin/categories", AdminActs::category, List.of("category.created")),
                new Write(
                        "PATCH /v1/admin/categories/{id}",
                        () -> patch("categories", category(), "{\"name\": \"Cups\"}"),
                        List.of("category.created", "category.updated")),
                new Write(
                        "PUT /v1/admin/categories/{parent}/children",
                        AdminActs::reordered,
                        List.of("category.created", "category.reordered")),
                new Write(
                        "DELETE /v1/admin/categories/{id}",
                        () -> delete("categories", category()),
                        List.of("category.created", "category.deleted")),
                new Write("POST /v1/admin/search/synonyms", AdminActs::synonym, List.of("synonym.created")),
                new Write(
                        "PUT /v1/admin/search/synonyms/{id}",
                        () -> put(
                                "synonyms/" + synonym(), "{\"phrases\": [\"%s\", \"mug\"]}".formatted(newName("cup"))),
                        List.of("synonym.created", "synonym.updated")),
                new Write(
                        "DELETE /v1/admin/search/synonyms/{id}",
                        () -> delete("search/synonyms", synonym()),
                        List.of("synonym.created", "synonym.deleted")),
                new Write("PUT /v1/admin/search/stop-words", AdminActs::stopWords, List.of("stop_words.updated")),
                new Write(
                        "PUT /v1/admin/search/blocked-queries",
                        AdminActs::blockedQueries,
                        List.of("blocked_queries.updated")),
                new Write("POST /v1/admin/collections", AdminActs::collection, List.of("collection.created")),
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
                        AdminActs::answerTakenBack,
                        List.of("review.answered", "review.answer_withdrawn")),
                new Write("DELETE /v1/admin/reviews/{id}", AdminActs::reviewRemoved, List.of("review.deleted")),
                new Write(
                        "POST /v1/admin/stock/{sku}/adjust",
                        () -> adjust(skuWithStock(10), 5).path("data.sku"),
                        List.of("stock.adjusted")),
                new Write("PUT /v1/admin/stock/{sku}", AdminActs::counted, List.of("stock.counted")),
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
                        AdminActs::acknowledged,
                        List.of("stock_alert.acknowledged")),
                new Write("POST /v1/admin/stock-takes", AdminActs::taken, List.of("stock_take.created")),
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
}
