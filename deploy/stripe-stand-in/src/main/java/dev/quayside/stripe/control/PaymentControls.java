package dev.quayside.stripe.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.dispute.DisputeStatus;
import dev.quayside.stripe.dispute.Disputes;
import dev.quayside.stripe.payment.Confirmation;
import dev.quayside.stripe.payment.Copies;
import dev.quayside.stripe.payment.PaymentIntentResource;
import dev.quayside.stripe.refund.RefundResource;
import dev.quayside.stripe.refund.RefundStatus;
import dev.quayside.stripe.refund.Refunds;
import dev.quayside.stripe.setup.SetupIntents;
import dev.quayside.stripe.store.Book;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Origin;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What cardholders, banks and people at the Dashboard do. */
public record PaymentControls(
        Book book,
        Confirmation confirmation,
        PaymentIntentResource intents,
        SetupIntents setups,
        RefundResource refundResource,
        Refunds refunds,
        Disputes disputes,
        Copies copies) {

    void addTo(ControlRoutes routes) {
        routes.post(
                        "/payment_intents/:id/authenticate",
                        call -> act(() -> confirmation.authenticated(call.id(), succeeds(call))))
                .post(
                        "/setup_intents/:id/authenticate",
                        call -> act(() -> setups.authenticated(call.id(), succeeds(call))))
                .post(
                        "/payment_intents/:id/cancel",
                        call -> act(() -> intents.cancel(call.id(), text(call, "reason", ""))))
                .post("/payment_intents/:id/refund", call -> act(() -> refund(call)))
                .post("/payment_intents/:id/dispute", call -> act(() -> dispute(call)))
                .post(
                        "/payment_intents/:id/copies",
                        call -> book.act(
                                Origin.NONE,
                                () -> copies.of(call.id(), call.body().path("metadata"))))
                .post("/refunds/:id", call -> act(() -> refunds.settle(call.id(), outcome(call))))
                .post("/disputes/:id/win", call -> end(call, DisputeStatus.WON))
                .post("/disputes/:id/lose", call -> end(call, DisputeStatus.LOST));
    }

    private Future<ObjectNode> act(Callable<Document> work) {
        return book.act(Origin.NONE, () -> work.call().wire());
    }

    private static boolean succeeds(ControlCall call) {
        String outcome = text(call, "outcome", "succeed");
        if (!outcome.equals("succeed") && !outcome.equals("fail")) {
            throw new IllegalArgumentException("outcome is succeed or fail, not " + outcome);
        }
        return outcome.equals("succeed");
    }

    private static String text(ControlCall call, String field, String otherwise) {
        return call.body().path(field).asText(otherwise);
    }

    private Document refund(ControlCall call) {
        @Nullable
        Long amount =
                call.body().hasNonNull("amount") ? call.body().path("amount").asLong() : null;
        return refundResource.refund(call.id(), amount, text(call, "reason", "requested_by_customer"));
    }

    private Document dispute(ControlCall call) {
        boolean inquiry = call.body().path("inquiry").asBoolean(false);
        return disputes.open(refundResource.chargeOf(call.id()), text(call, "reason", "fraudulent"), inquiry);
    }

    private static RefundStatus outcome(ControlCall call) {
        return RefundStatus.valueOf(text(call, "status", "").toUpperCase(Locale.ROOT));
    }

    private Future<ObjectNode> end(ControlCall call, DisputeStatus outcome) {
        return act(() -> disputes.end(disputes.get(call.id()), outcome));
    }
}
