package dev.quayside.gateway.role;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.gateway.scope.Scope;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatewayTest
class RoleIT {
    private static final String PATH = "/v1/admin/roles";

    @Test
    void theBuiltInRolesAreThereAndStayAsTheyAre() {
        Response roles = admin().get(PATH + "?limit=100");
        roles.then()
                .statusCode(200)
                .body("data.findAll { it.builtIn }.name", hasItems("owner", "manager", "support", "viewer"));
        admin().get(PATH + "/owner")
                .then()
                .body("data.scopes", containsInAnyOrder(Scope.all().toArray()))
                .header("ETag", equalTo("\"1\""));
        for (Response answer : List.of(
                put("owner", content("catalog:read")), put("support", content()), admin().delete(PATH + "/viewer"))) {
            answer.then().statusCode(409).body("code", equalTo("role_built_in"));
        }
    }

    @Test
    void aRoleIsMadeReplacedAndDeleted() {
        String name = name();
        create(name, "orders:read", "catalog:read")
                .then()
                .statusCode(201)
                .header("Location", endsWith(PATH + "/" + name))
                .header("ETag", equalTo("\"1\""))
                .body("data.scopes", contains("catalog:read", "orders:read"))
                .body("data.builtIn", equalTo(false));
        create(name, "orders:read").then().statusCode(409).body("code", equalTo("role_exists"));
        put(name, content("orders:read")).then().statusCode(200).header("ETag", equalTo("\"2\""));
        put(name, content("orders:read")).then().statusCode(200).header("ETag", equalTo("\"2\""));
        admin().header("If-Match", "\"1\"")
                .body(content("orders:write"))
                .put(PATH + "/" + name)
                .then()
                .statusCode(412)
                .body("current.name", equalTo(name));
        admin().get(PATH + "?scope=orders:read&q=" + name).then().body("data.name", contains(name));
        admin().delete(PATH + "/" + name).then().statusCode(204);
        admin().get(PATH + "/" + name).then().statusCode(404).body("code", equalTo("role_not_found"));
        put(name, content("orders:read")).then().statusCode(201);
    }

    @Test
    void aRoleThatSomebodyHasCannotBeDeleted() {
        String name = name();
        create(name, "orders:read");
        String user = admin().body(
                        Map.of("email", UUID.randomUUID() + "@example.com", "name", "Grace", "roles", List.of(name)))
                .post("/v1/admin/users")
                .path("data.id");
        admin().delete(PATH + "/" + name).then().statusCode(409).body("code", equalTo("role_in_use"));
        admin().delete("/v1/admin/users/" + user).then().statusCode(204);
        admin().delete(PATH + "/" + name).then().statusCode(204);
    }

    @Test
    void nobodyMakesOrChangesARoleBeyondTheirOwnRights() {
        String mightier = name();
        create(mightier, "refunds:write", "orders:read");
        String clerk = TestTokens.staff("staff", "users:read", "users:write", "orders:read");
        with(clerk)
                .body(role(name(), "refunds:write"))
                .post(PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("rights_exceeded"))
                .body("missing", contains("refunds:write"));
        with(clerk).body(role(name(), "orders:read")).post(PATH).then().statusCode(201);
        with(clerk)
                .body(content("orders:read"))
                .put(PATH + "/" + mightier)
                .then()
                .statusCode(403);
        with(clerk).delete(PATH + "/" + mightier).then().statusCode(403);
        with(clerk)
                .body(content("catalog:write"))
                .put(PATH + "/" + name())
                .then()
                .statusCode(403);
    }

    @Test
    void whatMakesNoSenseIsRefusedFieldByField() {
        for (String bad : List.of("", "Night Shift", "-x", "x".repeat(61), "ü")) {
            create(bad, "orders:read").then().statusCode(422).body("errors.field", hasItem("name"));
        }
        create(name(), "everything").then().statusCode(422).body("errors.field", hasItem("scopes[0]"));
        put("Night_Shift", content("orders:read")).then().statusCode(422);
        Map<String, Object> unknown = new HashMap<>(content("orders:read"));
        unknown.put("builtIn", true);
        put(name(), unknown).then().statusCode(400);
        Map<String, Object> longText = new HashMap<>(content("orders:read"));
        longText.put("description", "x".repeat(501));
        put(name(), longText).then().statusCode(422).body("errors.field", hasItem("description"));
        admin().body("{\"name\":").post(PATH).then().statusCode(400);
        admin().body("{\"scopes\": [null]}").put(PATH + "/" + name()).then().statusCode(422);
        admin().get(PATH + "?colour=red").then().statusCode(400);
        admin().get(PATH + "/Ü%20x").then().statusCode(org.hamcrest.Matchers.oneOf(400, 404));
        admin().get(PATH + "?limit=100").then().body("page.next", nullValue());
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    private static RequestSpecification admin() {
        return with(GatewayResource.ADMIN_KEY);
    }

    private static String name() {
        return "role-" + UUID.randomUUID();
    }

    private static Map<String, Object> role(String name, String... scopes) {
        return Map.of("name", name, "description", "Made for a test", "scopes", List.of(scopes));
    }

    private static Map<String, Object> content(String... scopes) {
        return Map.of("description", "Made for a test", "scopes", List.of(scopes));
    }

    private static Response create(String name, String... scopes) {
        return admin().body(role(name, scopes)).post(PATH);
    }

    private static Response put(String name, Map<String, Object> content) {
        return admin().body(content).put(PATH + "/" + name);
    }
}
