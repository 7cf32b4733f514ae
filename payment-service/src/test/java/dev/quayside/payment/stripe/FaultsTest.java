package dev.quayside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import dev.quayside.payment.gateway.IntentStatus;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Outcome.Kind;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known after each way in which a call can fail, on the first sending and on a later one. */
class FaultsTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                fault("declined card", card(), Kind.DECLINED, Kind.DECLINED),
                fault("invalid request", invalid("amount_too_small", 400), Kind.REJECTED, Kind.REJECTED),
                fault("missing object", invalid("resource_missing", 404), Kind.REJECTED, Kind.REJECTED),
                fault("wrong API key", unauthenticated(), Kind.REJECTED, Kind.UNKNOWN),
                fault("key without the right", forbidden(), Kind.REJECTED, Kind.UNKNOWN),
                fault("rate limit", limited("rate_limit"), Kind.PENDING, Kind.UNKNOWN),
                fault("object locked", limited("lock_timeout"), Kind.PENDING, Kind.UNKNOWN),
                fault("key in use", api("idempotency_key_in_use", 409), Kind.PENDING, Kind.PENDING),
                fault("key with other parameters", reused(), Kind.UNKNOWN, Kind.UNKNOWN),
                fault("connection refused", connection(new ConnectException("refused")), Kind.PENDING, Kind.UNKNOWN),
                fault("timed out", connection(new SocketTimeoutException("read")), Kind.UNKNOWN, Kind.UNKNOWN),
                fault("reset", connection(new SocketException("reset")), Kind.UNKNOWN, Kind.UNKNOWN),
                fault("error at Stripe", api("api_error", 500), Kind.UNKNOWN, Kind.UNKNOWN),
                fault("bad gateway", api(null, 502), Kind.UNKNOWN, Kind.UNKNOWN),
                fault("unreadable 200", api(null, 200), Kind.UNKNOWN, Kind.UNKNOWN),
                fault("400 that is not Stripe's", wordless(), Kind.UNKNOWN, Kind.UNKNOWN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isClassified(String name, StripeException fault, Kind first, Kind later) {
        assertThat(Faults.classify(fault, true).kind()).as(name).isEqualTo(first);
        assertThat(Faults.classify(fault, false).kind()).as(name).isEqualTo(later);
    }

    @Test
    void anythingElseIsUnknown() {
        assertThat(Faults.unreadable(new NullPointerException()).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void theUnexpectedStateIsShown() {
        InvalidRequestException fault = invalid("payment_intent_unexpected_state", 400);
        PaymentIntent intent = new PaymentIntent();
        intent.setId("pi_1");
        intent.setStatus("succeeded");
        intent.setAmount(1000L);
        intent.setAmountReceived(1000L);
        intent.setCurrency("eur");
        intent.setCreated(1L);
        fault.getStripeError().setPaymentIntent(intent);
        Outcome<Object> outcome = Faults.classify(fault, true);
        assertThat(outcome.failure().isUnexpectedState()).isTrue();
        assertThat(outcome.failure().intent())
                .isNotNull()
                .satisfies(shown -> assertThat(shown.status()).isEqualTo(IntentStatus.SUCCEEDED));
    }

    private static Arguments fault(String name, StripeException fault, Kind first, Kind later) {
        return Arguments.of(name, fault, first, later);
    }

    private static CardException card() {
        return with(new CardException("declined", "req", "card_declined", null, "generic_decline", "ch", 402, null));
    }

    private static InvalidRequestException invalid(String code, int status) {
        return with(new InvalidRequestException("invalid", null, "req", code, status, null));
    }

    private static InvalidRequestException wordless() {
        return new InvalidRequestException("invalid", null, "req", null, 400, null);
    }

    private static AuthenticationException unauthenticated() {
        return with(new AuthenticationException("who", "req", "api_key_expired", 401));
    }

    private static PermissionException forbidden() {
        return with(new PermissionException("no", "req", "permission", 403));
    }

    private static RateLimitException limited(String code) {
        return with(new RateLimitException("slow down", null, "req", code, 429, null));
    }

    private static IdempotencyException reused() {
        return with(new IdempotencyException("other parameters", "req", null, 400));
    }

    private static ApiException api(@Nullable String code, int status) {
        return new ApiException("error", "req", code, status, null);
    }

    private static ApiConnectionException connection(Exception cause) {
        return new ApiConnectionException("no answer", cause);
    }

    private static <T extends StripeException> T with(T fault) {
        StripeError error = new StripeError();
        error.setType("invalid_request_error");
        error.setCode(fault.getCode());
        error.setMessage("why");
        fault.setStripeError(error);
        return fault;
    }
}
