package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.image;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.upload;
import static dev.quayside.catalog.Fixtures.variant;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.quayside.catalog.picture.SamplePictures;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CatalogTest
class MediaIT {
    private static final String MEDIA = "/v1/admin/media";

    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    String uploads;

    private final String sku = newName("sku");
    private String product = "";

    @BeforeEach
    void create() {
        product = createProduct(Fixtures.product(
                newName("shown"), "T", variant(sku, "S", 1, eur(1)), variant(sku + "-M", "M", 1, eur(1))));
    }

    @Test
    void uploadsOfTwoUsersOfAMachineDoNotMeet() {
        assertThat(uploads).contains(System.getProperty("user.name"));
    }

    @Test
    void uploadedImageIsMadeAndShown() {
        byte[] file = SamplePictures.turnedJpeg(400, 200, 6);
        Response uploaded = upload(product, file);
        uploaded.then()
                .statusCode(201)
                .body("data.format", equalTo("jpeg"))
                .body("data.width", equalTo(200))
                .body("data.height", equalTo(400))
                .body("data.bytes", equalTo(file.length));
        String id = uploaded.path("data.id");
        assertThat(uploaded.header("Location")).isEqualTo(MEDIA + "/" + id);
        assertThat(uploaded.header("ETag")).isEqualTo("\"1\"");
        awaitReady(id);
        String hash = uploaded.path("data.hash");
        json().get("/v1/products/" + product)
                .then()
                .body("data.media.id", contains(id))
                .body("data.media[0].width", equalTo(200))
                .body("data.media[0].renditions.name", contains("original"))
                .body("data.media[0].renditions.url", contains("/v1/media/" + hash + "/original.webp"))
                .body("data.media[0].renditions.fallback", contains("/v1/media/" + hash + "/original.jpg"));
        byte[] shown = given().get("/v1/media/" + hash + "/original.webp").asByteArray();
        assertThat(new String(shown, StandardCharsets.ISO_8859_1))
                .startsWith("RIFF")
                .doesNotContain("SECRET", "Exif");
    }

    @Test
    void imageMayBeKeptForGood() {
        Response uploaded = upload(product, image());
        awaitReady(uploaded.path("data.id"));
        String url = "/v1/media/" + uploaded.path("data.hash") + "/original.jpg";
        Response got = given().get(url);
        got.then()
                .statusCode(200)
                .header("Content-Type", "image/jpeg")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Content-Length", String.valueOf(got.asByteArray().length));
        given().header("If-None-Match", got.header("ETag"))
                .get(url)
                .then()
                .statusCode(304)
                .header("Cache-Control", containsString("immutable"));
        given().head(url).then().statusCode(200).header("Content-Length", got.header("Content-Length"));
    }

    @Test
    void whatIsNotThereIsA404ThatNobodyKeeps() {
        String hash = upload(product, image()).path("data.hash");
        for (String path : List.of(
                hash + "/source",
                hash + "/320.png",
                hash + "/320",
                hash + "/original.WEBP",
                hash + "/..%2F..%2Fsource",
                hash.toUpperCase(java.util.Locale.ROOT) + "x/320.webp",
                "0".repeat(64) + "/original.webp",
                "unfinished/320.webp",
                "..%2Funfinished/320.webp")) {
            given().urlEncodingEnabled(false)
                    .get("/v1/media/" + path)
                    .then()
                    .statusCode(404)
                    .header("Cache-Control", "no-store")
                    .body("code", equalTo("media_not_found"));
        }
    }

    @Test
    void sameFileIsStoredOnceAndShownByAllWhoHaveIt() {
        byte[] file = image();
        Response first = upload(product, file);
        upload(product, file).then().statusCode(200).body("data.id", equalTo(first.path("data.id")));
        String other = createProduct(Fixtures.product(newName("other"), "T", variant(newName("o"), "S", 1, eur(1))));
        Response second = upload(other, file);
        second.then().statusCode(201).body("data.hash", equalTo(first.path("data.hash")));
        awaitReady(first.path("data.id"));
        for (String each : List.of(product, other)) {
            shown(each, 1);
        }
    }

    @Test
    void uploadsOfOneFileAtOnceMakeOneImage() {
        byte[] file = image();
        List<Response> answers = Together.times(6, () -> upload(product, file));
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        awaitReady(answers.get(0).path("data.id"));
        shown(product, 1);
    }

    @Test
    void imagesAreOrderedDescribedAndTakenAway() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> upload(product, image()).<String>path("data.id"))
                .toList();
        ids.forEach(this::awaitReady);
        List<String> turned = List.of(ids.get(2), ids.get(0), ids.get(1));
        staff().body(order(product, turned))
                .put(MEDIA + "/order")
                .then()
                .statusCode(200)
                .body("data.id", equalTo(turned));
        staff().body(order(product, turned.subList(0, 2)))
                .put(MEDIA + "/order")
                .then()
                .statusCode(409)
                .body("code", equalTo("media_order_mismatch"))
                .body("current", equalTo(turned));
        staff().body(order(product, List.of(ids.get(0), ids.get(0), ids.get(1))))
                .put(MEDIA + "/order")
                .then()
                .statusCode(409);
        staff().header("If-Match", "*")
                .body(Map.of("alt", "From the front", "skus", List.of(sku)))
                .patch(MEDIA + "/" + ids.get(0))
                .then()
                .statusCode(200)
                .body("data.position", equalTo(1));
        staff().delete(MEDIA + "/" + ids.get(2)).then().statusCode(204);
        json().get("/v1/products/" + product)
                .then()
                .body("data.media.id", contains(ids.get(0), ids.get(1)))
                .body("data.media.position", contains(0, 1))
                .body("data.media[0].alt", equalTo("From the front"))
                .body("data.media[0].skus", contains(sku));
        staff().get(listed() + "&sort=-position&limit=1")
                .then()
                .body("data.id", contains(ids.get(1)))
                .body("page.next", startsWith(MEDIA));
        staff().get(MEDIA + "/" + ids.get(2)).then().statusCode(404).body("code", equalTo("media_not_found"));
    }

    @Test
    void badChangesAreRefused() {
        String id = upload(product, image()).path("data.id");
        String path = MEDIA + "/" + id;
        staff().body("{\"alt\": \"x\"}").patch(path).then().statusCode(428);
        staff().header("If-Match", "\"9\"")
                .body("{\"alt\": \"x\"}")
                .patch(path)
                .then()
                .statusCode(412);
        staff().header("If-Match", "\"9\"").delete(path).then().statusCode(412);
        for (String body : List.of(
                "{\"skus\": [\"NOT-OURS\"]}",
                "{\"alt\": \"%s\"}".formatted("x".repeat(501)),
                "{\"alt\": \"a\\nb\"}",
                "{\"skus\": [null]}")) {
            staff().header("If-Match", "*").body(body).patch(path).then().statusCode(422);
        }
        staff().header("If-Match", "*")
                .body("{\"width\": 1}")
                .patch(path)
                .then()
                .statusCode(400);
        String other = createProduct(Fixtures.product(newName("other"), "T", variant(newName("o"), "S", 1, eur(1))));
        String nowhere = MEDIA + "/" + UUID.randomUUID();
        staff().header("If-Match", "*")
                .body("{\"alt\": \"x\"}")
                .patch(nowhere)
                .then()
                .statusCode(404);
        staff().delete(nowhere).then().statusCode(404);
        for (String none : List.of(UUID.randomUUID().toString(), "x", "")) {
            upload(none, image()).then().statusCode(422).body("errors[0].field", equalTo("product"));
        }
        staff().body(order(other, List.of(id))).put(MEDIA + "/order").then().statusCode(409);
        staff().body(order(UUID.randomUUID().toString(), List.of()))
                .put(MEDIA + "/order")
                .then()
                .statusCode(422);
        for (String query : List.of("product=x", "product=", "status=lost", "status=ready,", "sort=alt", "alt=x")) {
            staff().get(MEDIA + "?" + query).then().statusCode(400).body("code", equalTo("invalid_parameter"));
        }
        staff().get(listed() + "&status=processing,ready,failed").then().body("data.id", contains(id));
        staff().get(path).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void deletedProductAndVariantTakeNoImageOfOthersAlong() {
        byte[] file = image();
        String id = upload(product, file).path("data.id");
        awaitReady(id);
        staff().header("If-Match", "*")
                .body("{\"skus\": [\"%s-M\"]}".formatted(sku))
                .patch(MEDIA + "/" + id);
        staff().header("If-Match", "*")
                .body("{\"variants\": [%s]}".formatted(variant(sku, "S", 1, eur(1))))
                .patch("/v1/admin/products/" + product)
                .then()
                .statusCode(200);
        json().get("/v1/products/" + product).then().body("data.media[0].skus", empty());
        String other = createProduct(Fixtures.product(newName("other"), "T", variant(newName("o"), "S", 1, eur(1))));
        upload(other, file).then().statusCode(201).body("data.status", equalTo("ready"));
        staff().delete("/v1/admin/products/" + product).then().statusCode(204);
        shown(other, 1);
    }

    private void shown(String id, int images) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> json().get("/v1/products/" + id).then().body("data.media.size()", equalTo(images)));
    }

    private void awaitReady(String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> staff().get(MEDIA + "/" + id).path("data.status").equals("ready"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> json().get("/v1/products/" + product)
                        .<List<String>>path("data.media.id")
                        .contains(id));
    }

    private static String order(String product, List<String> ids) {
        return "{\"product\": \"%s\", \"ids\": [%s]}"
                .formatted(
                        product,
                        String.join(
                                ",", ids.stream().map(id -> "\"" + id + "\"").toList()));
    }

    private String listed() {
        return MEDIA + "?product=" + product;
    }
}
