package dev.quayside.stripe.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.fault.Fault;
import dev.quayside.stripe.fault.FaultKind;
import dev.quayside.stripe.idempotency.IdempotencyKeys;
import dev.quayside.stripe.idempotency.StoredReply;
import dev.quayside.stripe.store.Book;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Expansion;
import dev.quayside.stripe.wire.Reply;
import dev.quayside.stripe.wire.Route;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Runs a route inside an act, with the idempotency layer around it. The effect and the stored answer are committed
 * together; an error of validation undoes the act and is not stored.
 */
public final class Execution {
    private final Book book;
    private final IdempotencyKeys keys;
    private final Expansion expansion;

    public Execution(Book book, Store store, IdempotencyKeys keys) {
        this.book = book;
        this.keys = keys;
        this.expansion = new Expansion(store);
    }

    /** Enters the idempotency layer; an answer that comes back is to be repeated, nothing else is to be done. */
    Future<Optional<StoredReply>> begin(Call call) {
        String key = keyOf(call);
        return key.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : book.act(call.origin(), () -> keys.begin(call, key));
    }

    /** Leaves the idempotency layer: a repetition is answered from now on. */
    void end(Call call) {
        keys.end(keyOf(call));
    }

    Future<Reply> run(Call call, Route route, Optional<Fault> fault) {
        return book.act(call.origin(), () -> {
                    Reply reply = answer(call, route, fault);
                    if (!keyOf(call).isEmpty()) {
                        keys.store(call, keyOf(call), reply);
                    }
                    return reply;
                })
                .recover(Execution::unstored);
    }

    /** GET and DELETE are idempotent by themselves. */
    private static String keyOf(Call call) {
        String key = call.idempotencyKey();
        return key == null || !call.method().equals("POST") ? "" : key;
    }

    private Reply answer(Call call, Route route, Optional<Fault> fault) {
        boolean broken = fault.filter(it -> it.kind() == FaultKind.STORED_500).isPresent();
        if (broken && !fault.orElseThrow().afterEffect()) {
            return FaultKind.STORED_500.error().reply();
        }
        Reply reply = perform(call, route);
        return broken ? FaultKind.STORED_500.error().reply() : reply;
    }

    private Reply perform(Call call, Route route) {
        try {
            ObjectNode body = route.endpoint().answer(call);
            if (!call.isPublishable()) {
                expansion.apply(body, call.params());
            }
            return new Reply(200, body);
        } catch (ApiError error) {
            if (error.stored()) {
                return error.reply();
            }
            throw error;
        }
    }

    private static Future<Reply> unstored(Throwable failure) {
        return failure instanceof ApiError error ? Future.succeededFuture(error.reply()) : Future.failedFuture(failure);
    }
}
