package dev.quayside.endtoend.testing;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests to the shop's public door and to Stripe's stand-in, each bounded in time. */
public final class Http {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 40_000;
    private static final RestAssuredConfig BOUNDED = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", CONNECT_MILLIS)
                    .setParam("http.socket.timeout", READ_MILLIS));

    private Http() {}

    public static RequestSpecification shop() {
        return to(Shop.running().gatewayUrl()).contentType(ContentType.JSON);
    }

    public static RequestSpecification admin() {
        return shop().header("Authorization", "Bearer " + Shop.running().adminApiKey());
    }

    public static RequestSpecification stripe() {
        return to(Shop.stripeUrl());
    }

    private static RequestSpecification to(String url) {
        return given().spec(new RequestSpecBuilder()
                .setBaseUri(url)
                .setConfig(BOUNDED)
                .build());
    }
}
