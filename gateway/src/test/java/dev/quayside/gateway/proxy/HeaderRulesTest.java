package dev.quayside.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderRulesTest {

    @Test
    void whatAServiceMightBelieveIsTakenFromTheClientsRequest() {
        MultiMap headers = headers(
                "X-Forwarded-For",
                "X-FORWARDED-HOST",
                "x-forwarded-proto",
                "Forwarded",
                "X-Real-IP",
                "Via",
                "Quayside-Caller",
                "X-Quayside-Scopes",
                "X-Original-URL",
                "X-HTTP-Method-Override");
        HeaderRules.cleanRequest(headers);
        assertThat(headers.names()).isEmpty();
    }

    @Test
    void whatIsForOneHopEndsHereWithWhatItNames() {
        MultiMap headers = headers(
                "Keep-Alive",
                "TE",
                "Trailer",
                "Upgrade",
                "Proxy-Authorization",
                "Proxy-Connection",
                "Expect",
                "X-Named",
                "x-also-named");
        headers.add("Connection", "close, x-named").add("connection", "X-Also-Named");
        HeaderRules.cleanRequest(headers);
        assertThat(headers.names()).isEmpty();
    }

    @Test
    void whatClientsMaySayGoesOn() {
        List<String> said = List.of(
                "Authorization",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "Order-Token",
                "Content-Type",
                "Accept",
                "Cache-Control",
                "traceparent",
                "Stripe-Signature",
                "X-Request-Id");
        MultiMap headers = headers(said.toArray(String[]::new));
        HeaderRules.cleanRequest(headers);
        assertThat(headers.names()).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void answersDoNotTellHowAServiceIsBuilt() {
        MultiMap headers = headers(
                "Server",
                "X-Powered-By",
                "Connection",
                "Transfer-Encoding",
                "Keep-Alive",
                "Access-Control-Allow-Origin",
                "ETag",
                "Cache-Control",
                "Idempotent-Replayed",
                "Server-Timing");
        HeaderRules.cleanResponse(headers);
        assertThat(headers.names())
                .containsExactlyInAnyOrder("ETag", "Cache-Control", "Idempotent-Replayed", "Server-Timing");
    }

    private static MultiMap headers(String... names) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (String name : names) {
            headers.add(name, "value");
        }
        return headers;
    }
}
