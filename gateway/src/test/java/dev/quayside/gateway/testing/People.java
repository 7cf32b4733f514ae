package dev.quayside.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** What order-service says about people. */
public final class People {
    private People() {}

    /** It joins, has nothing to export, and erases. */
    public static void nothingInProgress() {
        joins();
        inProgress(0);
        erases();
    }

    public static void joins() {
        Services.order()
                .stubFor(put(urlMatching("/internal/v1/people/[^/]+/orders"))
                        .willReturn(json(200, "{\"data\":{\"orders\":0,\"carts\":0}}")));
    }

    public static void inProgress(int orders) {
        Services.order()
                .stubFor(get(urlMatching("/internal/v1/people/[^/]+/erasure"))
                        .willReturn(json(200, "{\"data\":{\"ordersInProgress\":" + orders + "}}")));
    }

    public static void erases() {
        Services.payment()
                .stubFor(post(urlMatching("/internal/v1/people/[^/]+/erasure"))
                        .willReturn(json(200, "{\"data\":{\"paymentMethods\":1}}")));
        Services.catalog()
                .stubFor(post(urlMatching("/internal/v1/people/[^/]+/erasure"))
                        .willReturn(json(200, "{\"data\":{\"reviews\":1}}")));
        Services.order()
                .stubFor(post(urlMatching("/internal/v1/people/[^/]+/erasure"))
                        .willReturn(json(200, "{\"data\":{\"orders\":0,\"carts\":0}}")));
    }

    public static void refusesToErase() {
        Services.order()
                .stubFor(post(urlMatching("/internal/v1/people/[^/]+/erasure"))
                        .willReturn(aResponse()
                                .withStatus(409)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("{\"code\":\"orders_in_progress\",\"status\":409}")));
    }

    /** Exports these pages, the second after {@code o-2}. */
    public static void exports(String first, String second) {
        Services.payment()
                .stubFor(get(urlMatching("/internal/v1/people/[^/]+/export"))
                        .willReturn(json(200, "{\"data\":{\"paymentMethods\":[{\"id\":\"pm_1\"}]}}")));
        Services.catalog()
                .stubFor(get(urlMatching("/internal/v1/people/[^/]+/export"))
                        .willReturn(json(
                                200,
                                "{\"data\":[{\"rating\":5},{\"rating\":1}],\"page\":{\"limit\":2,\"next\":\"r-2\"}}")));
        Services.catalog()
                .stubFor(get(urlMatching("/internal/v1/people/[^/]+/export[?]after=r-2"))
                        .willReturn(json(200, "{\"data\":[{\"rating\":3}],\"page\":{\"limit\":2,\"next\":null}}")));
        Services.catalog()
                .stubFor(get(urlMatching("/internal/v1/people/[^/]+/votes"))
                        .willReturn(json(
                                200, "{\"data\":[{\"reviewId\":\"v-1\"}],\"page\":{\"limit\":100,\"next\":null}}")));
        Services.order()
                .stubFor(get(urlMatching("/internal/v1/people/[^/]+/export"))
                        .willReturn(json(200, "{\"data\":" + first + ",\"page\":{\"limit\":100,\"next\":\"o-2\"}}")));
        Services.order()
                .stubFor(get(urlMatching("/internal/v1/people/[^/]+/export[?]after=o-2"))
                        .willReturn(json(200, "{\"data\":" + second + ",\"page\":{\"limit\":100,\"next\":null}}")));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
