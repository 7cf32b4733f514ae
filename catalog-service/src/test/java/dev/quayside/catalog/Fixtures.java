package dev.quayside.catalog;

import static io.restassured.RestAssured.given;

import dev.quayside.catalog.picture.SamplePictures;
import dev.quayside.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls and bodies that the tests share; each name is new. */
final class Fixtures {
    private static final String STAFF = Tokens.staff("catalog:read", "catalog:write", "stock:read", "stock:write");
    private static final String ORDER_SERVICE = Tokens.service("stock:hold", "audit:read");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private Fixtures() {}

    static RequestSpecification staff() {
        return json().auth().oauth2(STAFF);
    }

    static String staffToken() {
        return STAFF;
    }

    static RequestSpecification orderService() {
        return json().auth().oauth2(ORDER_SERVICE);
    }

    static RequestSpecification json() {
        return given().contentType(ContentType.JSON).urlEncodingEnabled(false);
    }

    /** A name that no other test has; fit for a slug and a sku. */
    static String newName(String prefix) {
        return prefix + "-" + RUN + "-" + COUNT.incrementAndGet();
    }

    static String eur(long amount) {
        return price(amount, "EUR");
    }

    static String price(long amount, String currency) {
        return "{\"amount\": %d, \"currency\": \"%s\"}".formatted(amount, currency);
    }

    static String variant(String sku, String option, int stock, String... prices) {
        return "{\"sku\": \"%s\", \"options\": {\"size\": \"%s\"}, \"prices\": [%s], \"stock\": %d}"
                .formatted(sku, option, String.join(",", prices), stock);
    }

    static String product(String slug, String title, String... variants) {
        return "{\"slug\": \"%s\", \"title\": \"%s\", \"variants\": [%s]}"
                .formatted(slug, title, String.join(",", variants));
    }

    /** Creates a product and returns its id. */
    static String createProduct(String body) {
        return staff().body(body)
                .post("/v1/admin/products")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    /** A new active product with one variant, priced in EUR at 10.00; its sku. */
    static String skuWithStock(int stock) {
        String sku = newName("sku");
        createProduct(product(newName("product"), "Thing " + sku, variant(sku, "M", stock, eur(1000))));
        return sku;
    }

    static String basket(Map<String, ?> quantities) {
        List<String> lines = quantities.entrySet().stream()
                .map(line -> "{\"sku\": \"%s\", \"quantity\": %s}".formatted(line.getKey(), line.getValue()))
                .toList();
        return "{\"currency\": \"EUR\", \"lines\": [%s]}".formatted(String.join(",", lines));
    }

    static Response hold(UUID order, String basket) {
        return orderService().body(basket).put("/internal/v1/reservations/" + order);
    }

    static Response verb(UUID order, String verb) {
        return orderService().post("/internal/v1/reservations/" + order + "/" + verb);
    }

    /** Brings some units of an order back by one return. */
    static Response putBack(UUID order, UUID returned, Map<String, ?> quantities) {
        String lines = basket(quantities).replaceFirst("\"currency\": \"EUR\", ", "");
        return orderService().body(lines).put("/internal/v1/reservations/" + order + "/returns/" + returned);
    }

    /** On hand, reserved and available. */
    static List<Integer> stock(String sku) {
        Map<String, Integer> level = staff().get("/v1/admin/stock/" + sku)
                .then()
                .statusCode(200)
                .extract()
                .path("data");
        return Arrays.asList(level.get("onHand"), level.get("reserved"), level.get("available"));
    }

    static Response adjust(String sku, long delta) {
        return staff().header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"delta\": %d, \"reason\": \"counted\"}".formatted(delta))
                .post("/v1/admin/stock/" + sku + "/adjust");
    }

    /** A picture that no other test has. */
    static byte[] image() {
        return SamplePictures.file("png", 40, 30, COUNT.incrementAndGet() * 7_919 ^ RUN.hashCode());
    }

    /** A form of staff about a product, with nothing else in it yet. */
    static RequestSpecification form(String product) {
        return given().auth().oauth2(STAFF).multiPart("product", product);
    }

    static Response upload(String product, byte[] file) {
        return form(product).multiPart("file", "picture.bin", file).post("/v1/admin/media");
    }

    static Response invariants() {
        return orderService().get("/internal/v1/audit/invariants");
    }
}
