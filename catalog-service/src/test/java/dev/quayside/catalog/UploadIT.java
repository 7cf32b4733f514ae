package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.image;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.upload;
import static dev.quayside.catalog.Fixtures.variant;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.catalog.picture.SamplePictures;
import dev.quayside.kit.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is uploaded, and what is not taken. */
@CatalogTest
class UploadIT {
    private static final String MEDIA = "/v1/admin/media";

    private String product = "";

    @BeforeEach
    void create() {
        product = createProduct(Fixtures.product(newName("shown"), "T", variant(newName("sku"), "S", 1, eur(1))));
    }

    @Test
    void badFilesAreRefusedAndChangeNothing() {
        refused(new byte[0], 422, "unsupported_image");
        refused("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), 422, "unsupported_image");
        refused(Arrays.copyOf(image(), 60), 422, "broken_image");
        refused(SamplePictures.hugePng(60_000, 60_000), 422, "image_too_large");
        staff().get(listed()).then().statusCode(200).body("data", empty());
        json().get("/v1/products/" + product).then().body("data.media", empty());
    }

    @Test
    void fileOfMoreThan20MebibytesIsRefused() throws IOException, InterruptedException {
        String head = "--x\r\nContent-Disposition: form-data; name=\"product\"\r\n\r\n" + product
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
        String tail = "\r\n--x--\r\n";
        byte[] form = ByteBuffer.allocate(head.length() + (20 << 20) + 1 + tail.length())
                .put(head.getBytes(StandardCharsets.US_ASCII))
                .put(head.length() + (20 << 20) + 1, tail.getBytes(StandardCharsets.US_ASCII))
                .array();
        // REST Assured would take most of a minute to write it.
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + MEDIA))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Authorization", "Bearer " + Tokens.staff("catalog:write"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(form))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"body_too_large\"");
    }

    @Test
    void badFormsAreRefused() {
        form().multiPart("alt", "only").post(MEDIA).then().statusCode(422).body("errors[0].field", equalTo("file"));
        form().multiPart("file", "a", image())
                .multiPart("file", "b", image())
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("one_file"));
        form().multiPart("file", "not a file")
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("file"));
        form().multiPart("file", "a", image())
                .multiPart("colour", "red")
                .post(MEDIA)
                .then()
                .statusCode(400);
        form().multiPart("file", "a", image())
                .multiPart("alt", "x".repeat(501))
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("alt"));
        form().multiPart("file", "a", image())
                .multiPart("alt", "two\nlines")
                .post(MEDIA)
                .then()
                .statusCode(422);
        raw("multipart/form-data; boundary=x", "nonsense").then().statusCode(400);
        raw("multipart/form-data", "nonsense").then().statusCode(422);
        raw(
                        "multipart/form-data; boundary=x",
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ncut")
                .then()
                .statusCode(400);
        raw("application/json", "{}").then().statusCode(415);
        staff().get(listed()).then().body("data", empty());
    }

    @Test
    void nameOfTheFileMeansNothing() {
        for (String name : List.of("../../etc/passwd", "shell.php", "a\u0000b", "x".repeat(300), "\u202Egpj.exe")) {
            form().multiPart("file", name, image(), "text/html")
                    .post(MEDIA)
                    .then()
                    .statusCode(201)
                    .body("data.format", equalTo("png"));
        }
    }

    @Test
    void uploadWithAKeyIsAnsweredAgainOrRefusedForAnother() {
        String key = UUID.randomUUID().toString();
        byte[] file = image();
        Response first = form().header("Idempotency-Key", key)
                .multiPart("file", "a", file)
                .post(MEDIA);
        first.then().statusCode(201);
        form().header("Idempotency-Key", key)
                .multiPart("file", "b", file)
                .post(MEDIA)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", first.header("Location"))
                .body("data.id", equalTo(first.path("data.id")));
        form().header("Idempotency-Key", key)
                .multiPart("file", "a", image())
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
    }

    private void refused(byte[] file, int status, String code) {
        upload(product, file).then().statusCode(status).body("code", equalTo(code));
    }

    private RequestSpecification form() {
        return Fixtures.form(product);
    }

    private Response raw(String type, String body) {
        return staff().config(RestAssured.config()
                        .encoderConfig(encoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType(type)
                .body(body)
                .post(MEDIA);
    }

    private String listed() {
        return MEDIA + "?product=" + product;
    }
}
