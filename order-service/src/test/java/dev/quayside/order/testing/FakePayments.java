package dev.quayside.order.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** payment-service's payments, kept in memory under one lock; a test is the shopper who pays, and Stripe. */
public final class FakePayments {
    private static final class Payment {
        @Nullable
        String currency;

        long amount;
        long captured;
        long refunded;
        long version = 1;
        String status = "open";
        String refundStatus = "none";
        boolean tombstone;
        final Map<String, Long> refunds = new HashMap<>();
    }

    private final TreeMap<String, Payment> payments = new TreeMap<>();
    private String refundOutcome = "succeeded";
    private boolean cancelUnknown;

    /** How the next refunds end: {@code succeeded}, {@code pending} or {@code failed}. */
    public synchronized void refundsEnd(String outcome) {
        refundOutcome = outcome;
    }

    /** Whether Stripe leaves cancels open: the answer stays a 202. */
    public synchronized void cancelUnknown(boolean unknown) {
        cancelUnknown = unknown;
    }

    /** As if the order's payment had never been opened. */
    public synchronized void forget(String orderId) {
        payments.remove(orderId);
    }

    /** The shopper pays; true when the payment could still be paid. */
    public synchronized boolean capture(String orderId) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        if (!payment.status.equals("open")) {
            return false;
        }
        payment.status = "captured";
        payment.captured = payment.amount;
        payment.version++;
        return true;
    }

    /** Money that comes in against all rules: for an order that is over. */
    public synchronized void captureLate(String orderId, long amount) {
        Payment payment = payments.computeIfAbsent(orderId, unused -> new Payment());
        payment.currency = "EUR";
        payment.amount = amount;
        payment.captured = amount;
        payment.status = "captured";
        payment.version++;
    }

    /** Stripe, or somebody in its Dashboard, cancels the PaymentIntent. */
    public synchronized void cancelAtStripe(String orderId) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        payment.status = "canceled";
        payment.version++;
    }

    /** A pending refund ends. */
    public synchronized void refundSettles(String orderId, boolean succeeded) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        payment.version++;
        payment.refundStatus = succeeded ? "succeeded" : "failed";
        if (succeeded) {
            payment.refunded =
                    payment.refunds.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** How many refunds, by their ids, an order's payment has. */
    public synchronized int refunds(String orderId) {
        return Objects.requireNonNull(payments.get(orderId)).refunds.size();
    }

    public synchronized long netCaptured(String orderId) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        return payment.captured - payment.refunded;
    }

    public synchronized String status(String orderId) {
        Payment payment = payments.get(orderId);
        return payment == null ? "none" : payment.status;
    }

    /** The event that payment-service would send now. */
    public synchronized Map<String, Object> event(String orderId) {
        Map<String, Object> event = view(orderId, Objects.requireNonNull(payments.get(orderId)));
        event.keySet().removeAll(java.util.List.of("orderId", "clientSecret", "publishableKey", "stripeApiBase"));
        event.put("occurredAt", "2026-01-01T00:00:00Z");
        return event;
    }

    synchronized FakeAnswer serve(String operation, String[] path, @Nullable JsonNode body) {
        String orderId = path[1];
        Payment payment = payments.get(orderId);
        return switch (operation) {
            case "open" -> open(orderId, payment, Objects.requireNonNull(body).get("amount"));
            case "read" ->
                payment == null ? FakeAnswer.problem(404, "payment_not_found") : FakeAnswer.ok(view(orderId, payment));
            case "cancel" -> cancel(orderId, payment);
            case "refund" ->
                refund(
                        orderId,
                        payment,
                        path[3],
                        Objects.requireNonNull(body).get("amount").asLong());
            default -> FakeAnswer.problem(404, "not_found");
        };
    }

    synchronized FakeAnswer audit(@Nullable String query) {
        String after = query == null ? "" : query.replaceAll(".*after=([^&]*).*|.*", "$1");
        return FakeAnswer.ok(payments.tailMap(after, false).entrySet().stream()
                .limit(500)
                .map(entry -> view(entry.getKey(), entry.getValue()))
                .toList());
    }

    private FakeAnswer open(String orderId, @Nullable Payment known, JsonNode amount) {
        if (known == null) {
            Payment payment = new Payment();
            payment.amount = amount.get("amount").asLong();
            payment.currency = amount.get("currency").asText();
            payments.put(orderId, payment);
            return FakeAnswer.ok(view(orderId, payment));
        }
        if (known.status.equals("canceled")) {
            return FakeAnswer.problem(409, "payment_closed");
        }
        return known.amount == amount.get("amount").asLong()
                ? FakeAnswer.ok(view(orderId, known))
                : FakeAnswer.problem(409, "payment_mismatch");
    }

    private FakeAnswer cancel(String orderId, @Nullable Payment known) {
        Payment payment = known;
        if (payment == null) {
            payment = new Payment();
            payment.tombstone = true;
            payments.put(orderId, payment);
        }
        if (payment.status.equals("open")) {
            if (cancelUnknown) {
                return new FakeAnswer(202, Map.of("data", view(orderId, payment)));
            }
            payment.status = "canceled";
            payment.version++;
        }
        return FakeAnswer.ok(view(orderId, payment));
    }

    private FakeAnswer refund(String orderId, @Nullable Payment payment, String refundId, long amount) {
        if (payment == null || payment.captured == 0) {
            return FakeAnswer.problem(409, "payment_not_captured");
        }
        Long known = payment.refunds.get(refundId);
        if (known == null) {
            if (payment.refunds.values().stream().mapToLong(Long::longValue).sum() + amount > payment.captured) {
                return FakeAnswer.problem(409, "refund_exceeds_captured");
            }
            payment.refunds.put(refundId, amount);
            payment.refundStatus = refundOutcome;
            payment.refunded += refundOutcome.equals("succeeded") ? amount : 0;
            payment.version++;
        } else if (known != amount) {
            return FakeAnswer.problem(409, "refund_mismatch");
        }
        return FakeAnswer.ok(
                Map.of("id", refundId, "orderId", orderId, "amount", amount, "status", payment.refundStatus));
    }

    private static Map<String, Object> view(String orderId, Payment payment) {
        Map<String, Object> view = new HashMap<>();
        view.put("orderId", orderId);
        view.put("version", payment.version);
        view.put("status", payment.status);
        view.put("currency", payment.currency);
        view.put("amount", payment.amount);
        view.put("captured", payment.captured);
        view.put("refunded", payment.refunded);
        view.put("refundStatus", payment.refundStatus);
        view.put("paymentIntentId", payment.tombstone ? null : "pi_" + orderId);
        view.put("clientSecret", payment.status.equals("open") ? "pi_" + orderId + "_secret_1" : null);
        view.put("publishableKey", "pk_test_1");
        view.put("stripeApiBase", "https://api.stripe.com");
        view.put("lastError", null);
        return view;
    }
}
