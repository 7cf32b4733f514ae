package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Streams.mug;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.kit.testing.RecordedChanges;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CatalogTest
class ImportIT {
    private static final String CSV = "text/csv";

    @Inject
    DataSource database;

    private final String a = newName("imp");
    private final String b = newName("imp");

    @Test
    void sameFileTwiceWritesNothingTheSecondTime() {
        String file = mug(a, 100) + "\n" + mug(b, 100) + "\n{\n";
        JsonPath first = done(start("", Streams.NDJSON, file));
        assertThat(counts(first)).containsExactly(3, 2, 0, 0, 1);
        assertThat(first.getString("data.status")).isEqualTo("completed");
        assertThat(first.getInt("data.percent")).isEqualTo(100);
        assertThat(first.getString("data.createdBy.kind")).isEqualTo("api_key");
        String id = staff().get("/v1/admin/products?sku=" + a).path("data[0].id");
        assertThat(RecordedChanges.of(database, id).get(0).at("/actor/kind").asText())
                .isEqualTo("api_key");
        assertThat(counts(done(start("", Streams.NDJSON, file)))).containsExactly(3, 0, 0, 2, 1);
        assertThat(RecordedChanges.actions(database, id)).containsExactly("product.created");
        staff().get("/v1/admin/imports?status=completed&limit=1")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1));
    }

    @Test
    void keySentAgainIsTheSameImport() {
        String key = UUID.randomUUID().toString();
        Response first = send(key, mug(a, 1));
        Response again = send(key, mug(a, 1));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        send(key, mug(a, 2)).then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
        done(first);
        assertThat(Sql.text(database, "select count(*) from imports where status = 'receiving'"))
                .isEqualTo("0");
        assertThat(Sql.text(database, "select count(*) from import_chunks")).isEqualTo("0");
    }

    @Test
    void csvOfAnotherShopIsReadByAMapping() {
        String file = "Artikel;Nr;Merkmal;Bezeichnung;Größe;Preis;Bestand;Notiz\n"
                + a + ";" + a + "-m;size;\"Tasse \"\"groß\"\", für Tee\";M;1,50;7;schön\n"
                + a + ";" + a + "-l;;;L;2,5;8;\n";
        String mapping = "{\"Artikel\":\"slug\",\"Nr\":\"sku\",\"Merkmal\":\"option1Name\",\"Bezeichnung\":\"title\","
                + "\"Größe\":\"option1Value\",\"Preis\":\"price\",\"Bestand\":\"stock\",\"Notiz\":\"\"}";
        JsonPath done = done(start(
                "?currency=EUR&mapping=" + encoded(mapping), CSV, file.getBytes(Charset.forName("windows-1252"))));
        assertThat(done.getString("data.problem")).isNull();
        assertThat(done.getString("data.encoding")).containsIgnoringCase("1252");
        assertThat(counts(done)).containsExactly(1, 1, 0, 0, 0);
        JsonPath product = staff().get("/v1/admin/products?sku=" + a + "-l").jsonPath();
        assertThat(product.getString("data[0].title")).isEqualTo("Tasse \"groß\", für Tee");
        assertThat(product.getInt("data[0].variants[1].prices[0].amount")).isEqualTo(250);
        assertThat(product.getString("data[0].variants[1].options.size")).isEqualTo("L");
        assertThat(Fixtures.stock(a + "-m")).startsWith(7);
    }

    @Test
    void shopifysExportIsTaken() {
        String file = """
            Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Gift Card,Status
            A,Oil lamp,"<p>Burns, and
            shines</p>",Harbour & Sons,Lamps,"brass, sea, Brass",TRUE,Size,S,Colour,red,'A-s,500,4,19.99,24.99,'0123456789012,https://cdn.example.com/1.jpg,false,active
            A,,,,,,,,M,,red,A-m,700,-2,29.99,10.00,,,false,
            A,,,,,,,,,,,,,,,,,https://cdn.example.com/2.jpg,,
            B,Rope,,,,,FALSE,Title,Default Title,,,B,10,1,5.00,,,,false,active
            """.replace("A-", a + "-")
                .replace("\nA,", "\n" + a + ",")
                .replace("\nB,", "\n" + b + ",")
                .replace(",B,", "," + b + ",");
        JsonPath done = done(start("", CSV, file));
        assertThat(done.getString("data.problem")).isNull();
        assertThat(counts(done)).containsExactly(2, 2, 0, 0, 0);
        assertThat(done.getInt("data.ignored")).isEqualTo(2);
        JsonPath lamp = staff().get("/v1/admin/products?sku=" + a + "-s").jsonPath();
        assertThat(lamp.getString("data[0].brand")).isEqualTo("Harbour & Sons");
        assertThat(lamp.getList("data[0].tags")).isEqualTo(List.of("brass", "sea"));
        assertThat(lamp.getString("data[0].variants[1].options.Size")).isEqualTo("M");
        assertThat(lamp.getString("data[0].variants[0].barcode")).isEqualTo("0123456789012");
        assertThat(lamp.getInt("data[0].variants[0].prices[0].compareAt")).isEqualTo(2499);
        assertThat(lamp.getString("data[0].description")).isEqualTo("<p>Burns, and\nshines</p>");
        assertThat(Fixtures.stock(a + "-m")).startsWith(0);
        JsonPath rope = staff().get("/v1/admin/products?sku=" + b).jsonPath();
        assertThat(rope.getString("data[0].status")).isEqualTo("draft");
        assertThat(counts(done(start("", CSV, file)))).containsExactly(2, 0, 0, 2, 0);
    }

    @Test
    void trialTellsTheFieldsThatWouldChangeAndWritesNothing() {
        done(start("", Streams.NDJSON, mug(a, 100)));
        String file = mug(a, 250) + "\n" + mug(b, 1);
        JsonPath done = done(start("?dryRun=true", Streams.NDJSON, file));
        assertThat(counts(done)).containsExactly(2, 1, 1, 0, 0);
        List<JsonNode> changes = Streams.read(staff().get("/v1/admin/imports/" + done.getString("data.id") + "/changes")
                .asString());
        assertThat(changes.get(0).get("changes").toString())
                .isEqualTo("[{\"field\":\"variants[" + a + "].prices[EUR].amount\",\"before\":100,\"after\":250}]");
        assertThat(changes.get(1).get("result").asText()).isEqualTo("created");
        staff().get("/v1/products/" + a).then().body("data.price.amount", equalTo(100));
        staff().get("/v1/products/" + b).then().statusCode(404);
    }

    @Test
    void failuresAreAFileThatNoSpreadsheetRuns() {
        String file = "slug,title,sku,price EUR\n" + a + ",ok," + a + ",1.00\n=cmd(),bad," + b + ",1.00\n" + b + ",bad,"
                + b + ",1.005\n";
        JsonPath done = done(start("", CSV, file));
        assertThat(counts(done)).containsExactly(3, 1, 0, 0, 2);
        String errors = "/v1/admin/imports/" + done.getString("data.id") + "/errors";
        List<String> csv = staff().get(errors).asString().lines().toList();
        assertThat(csv.get(0)).isEqualTo("line,slug,code,detail,field,fieldCode,message");
        assertThat(csv.get(1)).startsWith("3,'=cmd(),validation_failed,").contains("slug,pattern");
        assertThat(csv.get(2)).startsWith("4," + b).contains("price EUR,not_an_amount");
        assertThat(Streams.read(staff().get(errors + "?format=ndjson").asString())
                        .get(1)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("price EUR");
        staff().get(errors + "?format=xml").then().statusCode(400);
        JsonPath aborted = done(start("?onError=abort", CSV, file.replace(",ok,", ",other,")));
        assertThat(aborted.getString("data.status")).isEqualTo("failed");
        assertThat(aborted.getString("data.problem.code")).isEqualTo("aborted");
        assertThat(counts(aborted)).containsExactly(2, 0, 1, 0, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                          | slug,title,sku\\nx,y,z",
                "''                                          | slug,title,sku,price EUR,colour\\nx,y,z,1,red",
                "''                                          | slug,title,sku,price\\nx,y,z,1",
                "''                                          | slug,title,sku,price EUR\\nx,y,\"z,1",
                "''                                          | slug,slug,sku,price EUR\\nx,y,z,1",
                "''                                          | PK\\u0003\\u0004zip",
                "?encoding=UTF-16                            | {\"slug\":\"x\"}",
                "?format=shopify                             | slug,title\\nx,y",
            })
    void fileThatIsNoneFailsAsAWhole(String query, String file) {
        JsonPath done = done(
                start(query.replace("'", ""), CSV, file.replace("\\n", "\n").replace("\\u0003\\u0004", "\3\4")));
        assertThat(done.getString("data.status")).isEqualTo("failed");
        assertThat(done.getString("data.problem.code")).isEqualTo("malformed_request");
    }

    @Test
    void fieldOfTenMegabytesEndsTheFileAndKeepsWhatStandsBefore() {
        String c = newName("imp");
        String file = "slug,title,sku,price EUR,description\n" + a + ",t," + a + ",1,d\n" + c + ",t," + c + ",1,d\n" + b
                + ",t," + b + ",1,\"" + "x".repeat(10_000_000) + "\"\n";
        JsonPath done = done(start("", CSV, file));
        assertThat(done.getString("data.status")).isEqualTo("failed");
        assertThat(counts(done)).containsExactly(1, 1, 0, 0, 0);
        staff().get("/v1/products/" + b).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "?format=xml,invalid_parameter",
        "?nosuch=1,invalid_parameter",
        "?encoding=no-such,invalid_parameter",
        "?delimiter=ab,invalid_parameter",
        "?currency=XXX,invalid_parameter",
        "?mapping=x,invalid_parameter",
        "?dryRun=yes,invalid_parameter",
        "?onError=stop,invalid_parameter"
    })
    void parametersAreChecked(String query, String code) {
        start(query, CSV, "x").then().statusCode(400).body("code", equalTo(code));
    }

    @Test
    void nothingAndOtherThingsAreNotTaken() {
        start("", CSV, "").then().statusCode(400).body("code", equalTo("malformed_request"));
        start("", "application/zip", "x").then().statusCode(415);
        String none = "/v1/admin/imports/" + UUID.randomUUID();
        staff().get(none).then().statusCode(404).body("code", equalTo("import_not_found"));
        staff().post(none + "/cancel").then().statusCode(404);
        String id = done(start("", Streams.NDJSON, mug(a, 1))).getString("data.id");
        staff().post("/v1/admin/imports/" + id + "/pause")
                .then()
                .statusCode(409)
                .body("code", equalTo("import_state"))
                .body("status", equalTo(409))
                .body("importStatus", equalTo("completed"));
        staff().get("/v1/admin/imports?status=none").then().statusCode(400);
        staff().get("/v1/admin/imports?sort=createdAt").then().statusCode(200).body("data.id", hasItem(id));
    }

    static Response start(String query, String type, String file) {
        return start(query, type, file.getBytes(StandardCharsets.UTF_8));
    }

    static Response start(String query, String type, byte[] file) {
        return Streams.sent(type, file).post("/v1/admin/imports" + query);
    }

    /** The import of an answer once it has ended. */
    static JsonPath done(Response started) {
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(202);
        String location = started.header("Location");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    String status = staff().get(location).path("data.status");
                    return List.of("completed", "failed", "cancelled").contains(status);
                });
        return staff().get(location).jsonPath();
    }

    /** Products, created, updated, unchanged, failed. */
    static List<Integer> counts(JsonPath one) {
        return List.of(
                one.getInt("data.products"),
                one.getInt("data.created"),
                one.getInt("data.updated"),
                one.getInt("data.unchanged"),
                one.getInt("data.failed"));
    }

    private static Response send(String key, String file) {
        return Streams.sent(Streams.NDJSON, file.getBytes(StandardCharsets.UTF_8))
                .header("Idempotency-Key", key)
                .post("/v1/admin/imports");
    }

    static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
