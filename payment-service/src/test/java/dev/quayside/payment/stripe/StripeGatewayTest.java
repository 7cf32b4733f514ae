package dev.quayside.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.gateway.CaptureOrder;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.OpenIntent;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Outcome.Kind;
import dev.quayside.payment.gateway.Patience;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of the wire, as stripe-java really reports them; and what is really sent. */
class StripeGatewayTest {
    private static final WireMockServer STRIPE =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private static final String INTENT = """
            {"id":"pi_1","object":"payment_intent","status":"requires_payment_method","amount":1999,
             "amount_received":0,"amount_capturable":0,"currency":"eur","client_secret":"pi_1_secret_x","created":1,
             "metadata":{"orderId":"o","operationId":"p"}}""";

    @BeforeAll
    static void start() {
        STRIPE.start();
    }

    @AfterAll
    static void stop() {
        STRIPE.stop();
    }

    @BeforeEach
    void forget() {
        STRIPE.resetAll();
    }

    static Stream<Arguments> wire() {
        return Stream.of(
                Arguments.of("empty 200", aResponse().withStatus(200)),
                Arguments.of("empty 503", aResponse().withStatus(503)),
                Arguments.of("empty 402", aResponse().withStatus(402)),
                Arguments.of("empty 400", aResponse().withStatus(400)),
                Arguments.of("truncated 200", aResponse().withBody(INTENT.substring(0, 60))),
                Arguments.of("another object", aResponse().withBody("{\"object\":\"dragon\"}")),
                Arguments.of("nothing in it", aResponse().withBody("{}")),
                Arguments.of("HTML 502", aResponse().withStatus(502).withBody("<html>Bad Gateway</html>")),
                Arguments.of("HTML 400", aResponse().withStatus(400).withBody("<html>Bad Request</html>")),
                Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("closed", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("garbage", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wire")
    void aFaultOfTheWireIsUnknownAndSentOnce(String name, ResponseDefinitionBuilder answer) {
        STRIPE.stubFor(any(anyUrl()).willReturn(answer));
        assertThat(open().kind()).as(name).isEqualTo(Kind.UNKNOWN);
        STRIPE.verify(1, postRequestedFor(urlEqualTo("/v1/payment_intents")));
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsUnknown() {
        STRIPE.stubFor(any(anyUrl()).willReturn(aResponse().withBody(INTENT).withFixedDelay(3_000)));
        Outcome<Intent> outcome = gateway(STRIPE.baseUrl(), Duration.ofSeconds(1))
                .open(wanted(), new Attempt("k", true, Patience.SHOPPER));
        assertThat(outcome.kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void anOpeningCarriesItsKeyAndItsIds() {
        STRIPE.stubFor(any(anyUrl()).willReturn(aResponse().withBody(INTENT)));
        Outcome<Intent> outcome = open();
        assertThat(outcome.value().clientSecret()).isEqualTo("pi_1_secret_x");
        assertThat(outcome.toString()).doesNotContain("secret_x");
        STRIPE.verify(postRequestedFor(urlEqualTo("/v1/payment_intents"))
                .withHeader("Idempotency-Key", equalTo("test:open:1"))
                .withRequestBody(containing("amount=1999"))
                .withRequestBody(containing("currency=eur"))
                .withRequestBody(containing("automatic_payment_methods[enabled]=true"))
                .withRequestBody(containing("metadata[orderId]="))
                .withRequestBody(containing("metadata[operationId]="))
                .withRequestBody(notContaining("capture_method")));
    }

    @Test
    void aManualPaymentIsOpenedAsOneAndCapturedWithItsAmountAndOperation() {
        STRIPE.stubFor(any(anyUrl()).willReturn(aResponse().withBody(INTENT)));
        StripeGateway gateway = gateway(STRIPE.baseUrl());
        gateway.open(wanted(CaptureMethod.MANUAL), new Attempt("test:open:2", true, Patience.SHOPPER));
        STRIPE.verify(postRequestedFor(urlEqualTo("/v1/payment_intents"))
                .withRequestBody(containing("capture_method=manual")));
        UUID operation = UUID.randomUUID();
        gateway.capture(
                new CaptureOrder(operation, "pi_1", 700), new Attempt("test:capture:1", true, Patience.SHOPPER));
        STRIPE.verify(postRequestedFor(urlEqualTo("/v1/payment_intents/pi_1/capture"))
                .withHeader("Idempotency-Key", equalTo("test:capture:1"))
                .withRequestBody(containing("amount_to_capture=700"))
                .withRequestBody(containing("metadata[captureOperationId]=" + operation)));
    }

    @Test
    void aClosedDoorIsPending() {
        int port = STRIPE.port();
        STRIPE.stop();
        try {
            assertThat(gateway("http://127.0.0.1:" + port)
                            .open(wanted(), new Attempt("k", true, Patience.SHOPPER))
                            .kind())
                    .isEqualTo(Kind.PENDING);
        } finally {
            STRIPE.start();
        }
    }

    private static Outcome<Intent> open() {
        return gateway(STRIPE.baseUrl()).open(wanted(), new Attempt("test:open:1", true, Patience.SHOPPER));
    }

    private static OpenIntent wanted() {
        return wanted(CaptureMethod.AUTOMATIC);
    }

    private static OpenIntent wanted(CaptureMethod capture) {
        return new OpenIntent(UUID.randomUUID(), UUID.randomUUID(), 1999, "EUR", null, null, capture);
    }

    private static StripeGateway gateway(String base) {
        return gateway(base, Duration.ofSeconds(30));
    }

    private static StripeGateway gateway(String base, Duration limit) {
        TestSettings settings = new TestSettings(base, limit);
        return new StripeGateway(new StripeCalls(settings), new BoundedLists(settings));
    }
}
