package dev.quayside.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class OwnSessionsIT {
    private static final String PATH = "/v1/customers/me/sessions";

    @Inject
    RedisDataSource redis;

    private Account laptop = new Account("", "", "", "");

    @BeforeEach
    void register() {
        Limits.forget(redis);
        laptop = Account.register();
    }

    @Test
    void signInsAreListedWithWhatTheyWereMadeWithTheNewestFirst() {
        given().contentType(ContentType.JSON)
                .header("User-Agent", "Phone\u0007 " + "x".repeat(400))
                .body(Map.of("email", laptop.email(), "password", Account.PASSWORD))
                .post("/v1/auth/login")
                .then()
                .statusCode(200);
        Response listed = laptop.request().get(PATH);
        listed.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data", hasSize(2))
                .body("data.current", contains(false, true))
                .body("data[0].lastUsedAt", nullValue())
                .body("data[0].address", equalTo("127.0.0.1"))
                .body("data[1].createdAt", notNullValue())
                .body("page.next", nullValue());
        assertThat(listed.<String>path("data[0].device")).startsWith("Phone").hasSize(300);
    }

    @Test
    void aRefreshedSignInTellsWhenItWasLastUsed() {
        String fresh = laptop.refresh().then().statusCode(200).extract().path("data.accessToken");
        given().header("Authorization", "Bearer " + fresh)
                .get(PATH)
                .then()
                .body("data", hasSize(1))
                .body("data[0].lastUsedAt", notNullValue())
                .body("data[0].current", equalTo(true));
    }

    @Test
    void oneIsEndedFromAnotherAndIsGoneFromTheList() {
        Account phone = laptop.again();
        String id = laptop.request().get(PATH).path("data[0].id");
        end(laptop, id).then().statusCode(204);
        phone.refresh().then().statusCode(401);
        laptop.refresh().then().statusCode(200);
        laptop.request().get(PATH).then().body("data", hasSize(1));
        end(laptop, id).then().statusCode(404);
    }

    @Test
    void allOthersAreEndedAtOnce() {
        Account phone = laptop.again();
        Account tablet = laptop.again();
        tablet.request().delete(PATH).then().statusCode(204);
        phone.refresh().then().statusCode(401);
        laptop.refresh().then().statusCode(401);
        tablet.refresh().then().statusCode(200);
        tablet.request().delete(PATH).then().statusCode(204);
    }

    @Test
    void anothersSignInIsNotThere() {
        Account other = Account.register();
        String id = other.request().get(PATH).path("data[0].id");
        end(laptop, id).then().statusCode(404);
        end(laptop, UUID.randomUUID().toString()).then().statusCode(404);
        end(laptop, "x").then().statusCode(404);
        other.refresh().then().statusCode(200);
    }

    @Test
    void theListIsWalkedPageByPage() {
        laptop.again();
        laptop.again();
        Set<String> seen = new HashSet<>();
        String next = PATH + "?limit=1";
        while (next != null) {
            Response page = laptop.request().urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            seen.addAll(page.<List<String>>path("data.id"));
            next = page.path("page.next");
        }
        assertThat(seen).hasSize(3);
        laptop.request().get(PATH + "?page=1").then().body("page.total", equalTo(3));
        laptop.request().get(PATH + "?limit=0").then().statusCode(400);
        laptop.request().get(PATH + "?device=x").then().statusCode(400).body("code", equalTo("invalid_parameter"));
    }

    private static Response end(Account account, String id) {
        return account.request().delete(PATH + "/" + id);
    }
}
