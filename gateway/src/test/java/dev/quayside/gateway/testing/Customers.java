package dev.quayside.gateway.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** What staff do with customers. */
public final class Customers {
    public static final String PATH = "/v1/admin/customers";

    private Customers() {}

    public static RequestSpecification admin() {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + GatewayResource.ADMIN_KEY)
                .contentType(ContentType.JSON);
    }

    /** Opens an account, with what is given beside an address of its own and a name. */
    public static Response open(Map<String, ?> with) {
        Map<String, Object> body = new HashMap<>(Map.of("email", Account.newEmail(), "name", "Ada Lovelace"));
        body.putAll(with);
        return admin().body(body).post(PATH);
    }

    public static Response get(String id) {
        return admin().get(PATH + "/" + id);
    }

    public static Response list(String query) {
        return admin().get(PATH + query);
    }

    /** {@code disable} or {@code enable}. */
    public static Response act(String id, String action) {
        return admin().post(PATH + "/" + id + "/" + action);
    }

    public static Response delete(String id) {
        return admin().delete(PATH + "/" + id);
    }
}
