package dev.quayside.kit.probe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@KitTest
class ListsIT {

    @Test
    void followingNextSeesEachRowOnce() {
        List<Integer> seen = new ArrayList<>();
        String next = "/v1/probe/numbers?limit=99&even=no";
        while (next != null) {
            JsonPath page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("data", Integer.class));
            next = page.getString("page.next");
        }
        assertThat(seen).isEqualTo(IntStream.range(0, 250).boxed().toList());
    }

    @Test
    void pageByNumberHasTheTotal() {
        given().get("/v1/probe/numbers?page=2&limit=10")
                .then()
                .statusCode(200)
                .body("data[0]", equalTo(10))
                .body("page.number", equalTo(2))
                .body("page.total", equalTo(250));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0", "limit=101", "limit=-1", "limit=ten", "limit=1.5", "limit=99999999999", "limit=",
                        "limit=1&limit=2",
                "page=0", "page=101", "page=x", "page=1&cursor=abc", "cursor=abc", "cursor=", "cursor=e30",
                        "sort=other",
                "sort=value,-value", "unknown=1", "options=1", "options%5B%5D=1", "options%5Ba%5D%5Bb%5D=1",
                        "colours%5Ba%5D=1", "even=1&even=2", "even=%00"
            })
    void badQueryIsRefusedNotClamped(String query) {
        given().urlEncodingEnabled(false)
                .get("/v1/probe/numbers?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_parameter"));
    }

    @Test
    void unknownParameterIsToldTheKnownOnes() {
        given().get("/v1/probe/numbers?odd=1")
                .then()
                .statusCode(400)
                .body("detail", containsString("cursor, even, limit, options[…], page, sort"));
        given().get("/v1/probe/numbers?sort=best")
                .then()
                .statusCode(400)
                .body("detail", containsString("value, -value, newest"));
    }

    @Test
    void memberOfAFamilyIsKnownAndStaysInTheLink() {
        String next = given().urlEncodingEnabled(false)
                .get("/v1/probe/numbers?limit=1&options%5Bsea%20%7Bgreen%7D%5D=a%26b%7Bc%7D&sort=newest")
                .then()
                .statusCode(200)
                .extract()
                .path("page.next");
        assertThat(next).contains("options%5Bsea%20%7Bgreen%7D%5D=a%26b%7Bc%7D");
        given().urlEncodingEnabled(false).get(next).then().statusCode(200).body("data[0]", equalTo(1));
    }

    @Test
    void cursorBelongsToItsSort() {
        String next = given().get("/v1/probe/numbers?limit=1").path("page.next");
        given().urlEncodingEnabled(false)
                .get(next + "&sort=-value")
                .then()
                .statusCode(400)
                .body("detail", containsString("sort=value"));
    }
}
