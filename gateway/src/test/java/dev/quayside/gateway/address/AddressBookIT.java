package dev.quayside.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import dev.quayside.kit.testing.Together;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class AddressBookIT {
    private static final String PATH = "/v1/customers/me/addresses";

    @Inject
    DataSource database;

    @Inject
    RedisDataSource redis;

    private Account ada = new Account("", "", "", "");

    @BeforeEach
    void register() {
        Limits.forget(redis);
        ada = Account.register();
    }

    @Test
    void anAddressIsAddedReadReplacedAndDeleted() {
        Response added = add(address());
        String id = added.path("data.id");
        added.then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith(PATH + "/" + id))
                .header("ETag", notNullValue())
                .body("data.line1", equalTo("1 Quay"))
                .body("data.line2", nullValue())
                .body("data.default", equalTo(false));
        ada.request().get(PATH + "/" + id).then().statusCode(200).body("data", equalTo(added.path("data")));
        put(id, with("city", "Kiel")).then().statusCode(200).body("data.city", equalTo("Kiel"));
        ada.request()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("data.city", contains("Kiel"))
                .body("page.next", nullValue());
        ada.request().delete(PATH + "/" + id).then().statusCode(204);
        ada.request().delete(PATH + "/" + id).then().statusCode(404);
        ada.request().get(PATH).then().body("data", hasSize(0));
    }

    @Test
    void oneAddressAtMostIsTheDefault() {
        String first = add(with("default", true)).path("data.id");
        add(with("default", true)).then().statusCode(201);
        ada.request().get(PATH).then().body("data.default", contains(false, true));
        put(first, with("default", true)).then().statusCode(200);
        ada.request().get(PATH).then().body("data.default", contains(true, false));
        put(first, address()).then().statusCode(200);
        ada.request().get(PATH).then().body("data.default", contains(false, false));
    }

    @Test
    void theSameKeyAddsOnceAndAnswersTheSame() {
        String key = UUID.randomUUID().toString();
        Response first =
                ada.request().header("Idempotency-Key", key).body(address()).post(PATH);
        Response second =
                ada.request().header("Idempotency-Key", key).body(address()).post(PATH);
        second.then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("data", equalTo(first.path("data")));
        ada.request()
                .header("Idempotency-Key", key)
                .body(with("city", "Kiel"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        ada.request().get(PATH).then().body("data", hasSize(1));
    }

    @Test
    void fiftyAreKeptAtMostAlsoWhenManyAreAddedAtOnce() {
        Database.update(
                database,
                "insert into customer_addresses select gen_random_uuid(), ?, false, 'Ada', '1 Quay', null, 'Hamburg',"
                        + " '20457', null, 'DE', now(), now() from generate_series(1, 48)",
                UUID.fromString(ada.id()));
        List<Integer> answers = Together.times(6, () -> add(address()).statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 201, 409, 409, 409, 409);
        add(address()).then().statusCode(409).body("code", equalTo("address_book_full"));
    }

    @Test
    void anothersAddressIsNotThere() {
        String id = add(address()).path("data.id");
        Account other = Account.register();
        other.request().get(PATH + "/" + id).then().statusCode(404);
        other.request().body(address()).put(PATH + "/" + id).then().statusCode(404);
        other.request().delete(PATH + "/" + id).then().statusCode(404);
        ada.request().get(PATH + "/" + id).then().statusCode(200);
    }

    @Test
    void whatACheckoutWouldNotTakeIsNotKept() {
        add(Map.of())
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("name", "line1", "city", "postalCode", "country"));
        add(with("country", "ZZ")).then().statusCode(422).body("errors[0].field", equalTo("country"));
        add(with("line1", "a\nb")).then().statusCode(422);
        add(with("postalCode", "1".repeat(21))).then().statusCode(422);
        add(with("name", 5)).then().statusCode(400);
        add(with("default", "yes")).then().statusCode(400);
        add(with("phone", "1")).then().statusCode(400).body("code", equalTo("malformed_request"));
        ada.request().body("{\"name\"").post(PATH).then().statusCode(400);
        put(UUID.randomUUID().toString(), address()).then().statusCode(404);
    }

    private Response add(Map<String, Object> body) {
        return ada.request().body(body).post(PATH);
    }

    private Response put(String id, Map<String, Object> body) {
        return ada.request().body(body).put(PATH + "/" + id);
    }

    private static Map<String, Object> address() {
        return Map.of(
                "name", "Ada Lovelace",
                "line1", "1 Quay",
                "city", "Hamburg",
                "postalCode", "20457",
                "country", "DE");
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = new HashMap<>(address());
        body.put(field, value);
        return body;
    }
}
