package dev.quayside.gateway.customeradmin;

import static dev.quayside.gateway.testing.Customers.act;
import static dev.quayside.gateway.testing.Customers.delete;
import static dev.quayside.gateway.testing.Customers.list;
import static dev.quayside.gateway.testing.Customers.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import dev.quayside.gateway.testing.People;
import dev.quayside.gateway.testing.Services;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers by a part of what they are called. */
@GatewayTest
class CustomerSearchIT {
    @Inject
    RedisDataSource redis;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void clean() {
        Limits.forget(redis);
        Services.reset();
        People.nothingInProgress();
    }

    @Test
    void partOfTheNameOrTheAddressIsEnough() {
        String grace = customer("grace." + mark + "@navy.example.com", "Grace Brewster Höpper" + mark);
        String other = customer("g_" + mark + "@example.com", "Ada" + mark + " Love%lace");
        found("rewster HöPPER" + mark).then().body("data.id", contains(grace));
        found(mark + "@NAVY.ex").then().body("data.id", contains(grace));
        found(mark).then().body("data.id", contains(other, grace));
        found(mark + "&limit=1&page=2").then().body("data.id", contains(grace)).body("page.total", equalTo(2));
        found(mark + " Love%l").then().body("data.id", contains(other));
        found(mark + "%").then().body("data", empty());
        found("g_" + mark).then().body("data.id", contains(other));
        found("gr_ce." + mark).then().body("data", empty());
        assertThat(found("gr").<String>path("data[0].id")).isNotNull();
    }

    @Test
    void searchNarrowsWithTheOthersAndEndsWithTheAccount() {
        String one = customer("one-" + mark + "@example.com", "One");
        String two = customer("two-" + mark + "@example.com", "Two");
        act(two, "disable").then().statusCode(200);
        found(mark + "&status=disabled").then().body("data.id", contains(two));
        delete(one).then().statusCode(204);
        found(mark).then().body("data.id", contains(two));
        list("?q=" + "a".repeat(201)).then().statusCode(400).body("code", equalTo("invalid_parameter"));
        list("?q=" + "a".repeat(200)).then().statusCode(200).body("data", empty());
        list("?q=").then().statusCode(200);
    }

    private static String customer(String email, String name) {
        return open(Map.of("email", email, "name", name))
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private static Response found(String query) {
        int rest = query.indexOf('&');
        String part = rest < 0 ? query : query.substring(0, rest);
        Response answer =
                list("?q=" + URLEncoder.encode(part, StandardCharsets.UTF_8) + query.substring(part.length()));
        answer.then().statusCode(200);
        return answer;
    }
}
