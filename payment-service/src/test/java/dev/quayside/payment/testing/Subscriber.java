package dev.quayside.payment.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.quayside.kit.testing.IdentityResource;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;

/** The service that wants to know of every payment. */
public final class Subscriber {
    private static final String PATH = "/internal/v1/payment-events/";

    private Subscriber() {}

    static void listens() {
        answers(aResponse().withStatus(204));
    }

    public static void answers(ResponseDefinitionBuilder answer) {
        IdentityResource.gateway().stubFor(put(urlPathMatching(PATH + ".*")).willReturn(answer));
    }

    /** What it was told about an order, in order. */
    public static List<JsonPath> told(UUID order) {
        return IdentityResource.gateway().findAll(putRequestedFor(urlEqualTo(PATH + order))).stream()
                .map(request -> JsonPath.from(request.getBodyAsString()))
                .toList();
    }

    /** The states that it was told, in order. */
    public static List<String> statuses(UUID order) {
        return told(order).stream().map(state -> state.getString("status")).toList();
    }
}
