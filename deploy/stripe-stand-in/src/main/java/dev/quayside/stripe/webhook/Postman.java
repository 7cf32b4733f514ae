package dev.quayside.stripe.webhook;

import dev.quayside.stripe.store.StandInClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/** Signs and posts letters. Each posting has its own time and signature, and never takes longer than the time-out. */
final class Postman {
    private static final int CONNECTIONS = 64;

    private final HttpClient client;
    private final StandInClock clock;
    private final Attempts attempts;
    private final Duration timeout;

    Postman(Vertx vertx, StandInClock clock, Attempts attempts, Duration timeout) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setConnectTimeout((int) timeout.toMillis()));
        this.clock = clock;
        this.attempts = attempts;
        this.timeout = timeout;
    }

    /** Never fails: that nothing answered is a result too. */
    Future<Attempt> post(Letter letter, Duration timestampOffset) {
        return client.request(options(letter))
                .compose(request -> send(request, letter, timestampOffset))
                .map(status -> attempt(letter, status, ""))
                .otherwise(failure -> attempt(letter, 0, String.valueOf(failure.getMessage())))
                .onSuccess(attempts::add);
    }

    private RequestOptions options(Letter letter) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(letter.url())
                .setTimeout(timeout.toMillis());
    }

    private Future<Integer> send(HttpClientRequest request, Letter letter, Duration timestampOffset) {
        long seconds = clock.machineTime().plus(timestampOffset).getEpochSecond();
        return request.putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .putHeader("Accept", "*/*; q=0.5, application/xml")
                .putHeader("Stripe-Signature", Signature.header(seconds, letter.secrets(), letter.body()))
                .send(letter.body())
                .compose(response -> response.end().map(response.statusCode()));
    }

    private static Attempt attempt(Letter letter, int status, String failure) {
        return new Attempt(letter.event(), letter.type(), letter.url(), letter.attempt(), status, failure);
    }
}
