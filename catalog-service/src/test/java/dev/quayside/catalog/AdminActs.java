package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.adjust;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;

import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** One of each of the writes that staff make, on what it needs, with the id of what it was about. */
final class AdminActs {
    private AdminActs() {}

    static String taken() {
        return StockTakeIT.done("", "sku,counted\n" + skuWithStock(2) + ",1\n").getString("data.id");
    }

    static String acknowledged() {
        String sku = adjust(skuWithStock(10), -9).path("data.sku");
        String id = staff().get("/v1/admin/stock-alerts?sku=" + sku).path("data[0].id");
        staff().post("/v1/admin/stock-alerts/" + id + "/acknowledge").then().statusCode(200);
        return id;
    }

    static String counted() {
        return staff().body("{\"onHand\": 3, \"reason\": \"counted\"}")
                .put("/v1/admin/stock/" + skuWithStock(10))
                .path("data.sku");
    }

    static String mug() {
        return createProduct(product(newName("mug"), "Mug", variant(newName("mug"), "M", 1, eur(1))));
    }

    static String streamed() {
        String slug = newName("mug");
        Streams.bulk(Streams.mug(slug, 1));
        return staff().get("/v1/admin/products?sku=" + slug).path("data[0].id");
    }

    static String imported() {
        return ImportIT.done(ImportIT.start("", Streams.NDJSON, Streams.mug(newName("mug"), 1)))
                .getString("data.id");
    }

    /** An import that no step knows of. */
    static String waiting(String kind, String status) {
        String id = UUID.randomUUID().toString();
        String other = imported();
        DataSource database = Arc.container().instance(DataSource.class).get();
        Sql.run(database, """
                insert into imports select (jsonb_populate_record(i, jsonb_build_object('id', '%s', 'status', '%s', 'kind', '%s',
                    'finished_at', null))).* from imports i where i.id = '%s'""".formatted(id, status, kind, other));
        return id;
    }

    static String act(String kind, String id, String verb) {
        staff().post("/v1/admin/" + kind + "/" + id + "/" + verb).then().statusCode(200);
        return id;
    }

    static String edited() {
        return Edits.done(Edits.start("{\"tag\": \"" + newName("none") + "\"}", "{\"status\": \"draft\"}"))
                .getString("data.id");
    }

    /** On an edit that no step knows of. */
    static String actOnEdit(String status, String verb) {
        String id = UUID.randomUUID().toString();
        DataSource database = Arc.container().instance(DataSource.class).get();
        Sql.run(database, """
                insert into product_edits select (jsonb_populate_record(e, jsonb_build_object('id', '%s', 'status', '%s',
                    'finished_at', null))).* from product_edits e where e.id = '%s'""".formatted(id, status, edited()));
        staff().post(Edits.PATH + "/" + id + "/" + verb).then().statusCode(200);
        return id;
    }

    static String image(String product) {
        return Fixtures.upload(product, Fixtures.image()).path("data.id");
    }

    static String reversed(String product) {
        List<String> ids = List.of(image(product), image(product));
        staff().body("{\"product\": \"%s\", \"ids\": [\"%s\", \"%s\"]}".formatted(product, ids.get(1), ids.get(0)))
                .put("/v1/admin/media/order")
                .then()
                .statusCode(200);
        return product;
    }

    static String review() {
        return Reviewer.buyer().wrote(mug(), 5);
    }

    static String answerTakenBack() {
        String review = Reviewer.answer(review(), "Thanks").path("data.id");
        Reviewer.staff()
                .delete("/v1/admin/reviews/" + review + "/answer")
                .then()
                .statusCode(204);
        return review;
    }

    static String reviewRemoved() {
        String review = review();
        Reviewer.staff().delete("/v1/admin/reviews/" + review).then().statusCode(204);
        return review;
    }

    static String category() {
        return staff().body("{\"slug\": \"%s\", \"name\": \"Mugs\"}".formatted(newName("mugs")))
                .post("/v1/admin/categories")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    static String synonym() {
        return staff().body("{\"phrases\": [\"%s\", \"%s\"]}".formatted(newName("cup"), newName("mug")))
                .post("/v1/admin/search/synonyms")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    static String collection() {
        return staff().body("{\"slug\": \"%s\", \"title\": \"Summer\"}".formatted(newName("summer")))
                .post("/v1/admin/collections")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    static String stopWords() {
        put("stop-words", "{\"words\": [\"%s\"]}".formatted(newName("please")));
        put("stop-words", "{\"words\": []}");
        return "all";
    }

    static String blockedQueries() {
        put("blocked-queries", "{\"phrases\": [\"%s\"]}".formatted(newName("please")));
        put("blocked-queries", "{\"phrases\": []}");
        return "shop";
    }

    static String put(String what, String body) {
        staff().header("If-Match", "*")
                .body(body)
                .put("/v1/admin/search/" + what)
                .then()
                .statusCode(200);
        return what.substring(what.indexOf('/') + 1);
    }

    static String reordered() {
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

    static Response upsert(String slug, String title) {
        return staff().body(product(slug, title, variant(slug, "M", 1, eur(1))))
                .put("/v1/admin/products/by-key/" + slug);
    }

    static String patch(String kind, String id, String patch) {
        staff().header("If-Match", "*")
                .body(patch)
                .patch("/v1/admin/" + kind + "/" + id)
                .then()
                .statusCode(200);
        return id;
    }

    static String restore(String id) {
        staff().post("/v1/admin/deleted-products/" + id + "/restore").then().statusCode(200);
        return id;
    }

    static String delete(String kind, String id) {
        staff().delete("/v1/admin/" + kind + "/" + id).then().statusCode(204);
        return id;
    }
}
