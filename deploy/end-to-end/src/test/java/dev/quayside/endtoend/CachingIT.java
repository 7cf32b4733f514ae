package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import io.restassured.response.Response;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What shoppers and caches on the way are told through the public door. */
@EndToEnd
class CachingIT {
    @Test
    void anAnswerIsKeptAndItsTagIsGoodUntilThePriceChanges() {
        String sku = Admin.product(5);
        String page = "/v1/products/" + sku.toLowerCase(Locale.ROOT);
        String tag = get(page).header("ETag");
        await().untilAsserted(
                        () -> assertThat(get(page).header("Server-Timing")).isEqualTo("db;desc=\"0\""));
        assertThat(get(page).header("Cache-Control")).isEqualTo("public, max-age=0, must-revalidate");
        Http.shop()
                .header("If-None-Match", tag)
                .get(page)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        Http.admin()
                .header("If-Match", "*")
                .body("""
                        {"variants": [{"sku": "%s", "options": {"size": "m"}, "prices": [{"amount": 2099, "currency": "EUR"}]}]}""".formatted(sku))
                .patch("/v1/admin/products/" + Admin.productId(sku))
                .then()
                .statusCode(200);
        Http.shop()
                .header("If-None-Match", tag)
                .get(page)
                .then()
                .statusCode(200)
                .body("data.price.amount", equalTo(2099));
    }

    private static Response get(String path) {
        Response answer = Http.shop().get(path);
        answer.then().statusCode(200);
        return answer;
    }
}
