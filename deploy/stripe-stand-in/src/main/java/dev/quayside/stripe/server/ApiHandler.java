package dev.quayside.stripe.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.fault.Fault;
import dev.quayside.stripe.fault.Faults;
import dev.quayside.stripe.idempotency.StoredReply;
import dev.quayside.stripe.store.Ids;
import dev.quayside.stripe.webhook.Courier;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.FormDecoder;
import dev.quayside.stripe.wire.Params;
import dev.quayside.stripe.wire.Reply;
import dev.quayside.stripe.wire.Route;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Takes one API call from its bytes to its answer, past the faults that wait for it. */
public final class ApiHandler {
    private static final System.Logger LOG = System.getLogger(ApiHandler.class.getName());
    private static final Duration LONGEST_WEBHOOK_WAIT = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Execution execution;
    private final Faults faults;
    private final Journal journal;
    private final Courier courier;
    private final Ids ids;

    public ApiHandler(Vertx vertx, Execution execution, Faults faults, Journal journal, Courier courier, Ids ids) {
        this.vertx = vertx;
        this.execution = execution;
        this.faults = faults;
        this.journal = journal;
        this.courier = courier;
        this.ids = ids;
    }

    void handle(HttpServerRequest request, Route route, String id) {
        Exchange exchange = new Exchange(request, ids.loose("req"));
        BoundedBody.read(request)
                .compose(body -> serve(exchange, route, id, body))
                .onFailure(failure -> fail(exchange, failure));
    }

    private void fail(Exchange exchange, Throwable failure) {
        if (failure instanceof ApiError error) {
            exchange.send(error.reply());
        } else if (failure instanceof BoundedBody.TooLarge) {
            exchange.send(ApiError.of(413, "invalid_request_error", null, "Request body too large.")
                    .reply());
        } else {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "call failed: " + exchange.request().path(),
                    failure);
            exchange.send(ApiError.of(500, "api_error", null, "The stand-in failed: " + failure)
                    .reply());
        }
    }

    private Future<Void> serve(Exchange exchange, Route route, String id, String body) {
        HttpServerRequest request = exchange.request();
        Params params = FormDecoder.decode(Objects.requireNonNullElse(request.query(), ""), body);
        Optional<Fault> fault = faults.take(request.method().name(), request.path());
        Call call = new Call(
                request.method().name(),
                request.path(),
                id,
                params,
                ApiKeys.caller(request, params, route.openToBrowsers()),
                request.getHeader("Idempotency-Key"),
                exchange.requestId());
        ObjectNode entry = journal.open(call, fault.map(it -> it.kind().wire()).orElse(""));
        return fault.isPresent() && !fault.get().executes()
                ? refuse(exchange, entry, fault.get())
                : execute(exchange, route, call, entry, fault);
    }

    /** Goes wrong before Stripe has done anything. */
    private Future<Void> refuse(Exchange exchange, ObjectNode entry, Fault fault) {
        Reply reply = fault.kind().isAnswer() ? fault.kind().error().reply() : new Reply(0, entry);
        return pause(fault.delayMillis()).onSuccess(ready -> {
            journal.close(entry, reply.status(), false);
            exchange.spoil(fault, reply);
        });
    }

    private Future<Void> execute(Exchange exchange, Route route, Call call, ObjectNode entry, Optional<Fault> fault) {
        return execution
                .begin(call)
                .compose(stored -> stored.isPresent()
                        ? repeat(exchange, stored.get(), entry, fault)
                        : first(exchange, route, call, entry, fault))
                .recover(failure -> {
                    journal.close(
                            entry,
                            failure instanceof ApiError error ? error.reply().status() : 500,
                            false);
                    return Future.failedFuture(failure);
                });
    }

    /** The network between can spoil a repetition as well as a first answer. */
    private Future<Void> repeat(Exchange exchange, StoredReply stored, ObjectNode entry, Optional<Fault> fault) {
        return pause(fault.map(Fault::delayMillis).orElse(0L)).onSuccess(ready -> {
            journal.close(entry, stored.reply().status(), true);
            exchange.markReplayed(stored.originalRequest());
            fault.filter(it -> it.kind().isOnTheWire())
                    .ifPresentOrElse(it -> exchange.spoil(it, stored.reply()), () -> exchange.send(stored.reply()));
        });
    }

    private Future<Void> first(Exchange exchange, Route route, Call call, ObjectNode entry, Optional<Fault> fault) {
        long delay = fault.map(Fault::delayMillis).orElse(0L);
        boolean late = fault.filter(Fault::afterEffect).isPresent();
        return pause(late ? 0 : delay)
                .compose(ready -> execution.run(call, route, fault))
                .compose(reply ->
                        courier.settled(call.requestId(), LONGEST_WEBHOOK_WAIT).map(reply))
                .compose(reply -> pause(late ? delay : 0).map(reply))
                .onComplete(done -> execution.end(call))
                .onSuccess(reply -> {
                    journal.close(entry, reply.status(), false);
                    fault.ifPresentOrElse(it -> exchange.spoil(it, reply), () -> exchange.send(reply));
                })
                .mapEmpty();
    }

    private Future<Void> pause(long millis) {
        if (millis <= 0) {
            return Future.succeededFuture();
        }
        Promise<Void> over = Promise.promise();
        vertx.setTimer(millis, id -> over.complete());
        return over.future();
    }
}
