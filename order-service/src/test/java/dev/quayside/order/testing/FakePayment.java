package dev.quayside.order.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One payment of the fake payment-service: what became of it and what it answers. Used under its owner's lock. */
final class FakePayment {
    private static final Duration GRANTED_FOR = Duration.ofDays(7);

    @Nullable
    String currency;

    long amount;
    String capture = "automatic";
    long authorized;

    @Nullable
    Instant captureBefore;

    /** A capture whose outcome Stripe has not told. */
    @Nullable
    Long capturing;

    long captured;
    int captures;
    long version = 1;
    String status = "open";
    boolean tombstone;
    String dispute = "none";
    String card = "none false";
    long elsewhere;
    final Map<String, Refund> refunds = new LinkedHashMap<>();

    record Refund(long amount, String status) {
        Refund in(String next) {
            return new Refund(amount, next);
        }

        Refund settled(boolean succeeded) {
            return status.equals("pending") ? in(succeeded ? "succeeded" : "failed") : this;
        }
    }

    static FakePayment tombstone() {
        FakePayment payment = new FakePayment();
        payment.tombstone = true;
        return payment;
    }

    boolean pay() {
        if (!status.equals("open")) {
            return false;
        }
        if (capture.equals("automatic")) {
            captured(amount);
        } else {
            authorized = amount;
            captureBefore = Instant.now().plus(GRANTED_FOR);
            become("authorized");
        }
        return true;
    }

    void captured(long much) {
        captured = much;
        capturing = null;
        captures++;
        become("captured");
    }

    void forgetCapture() {
        captured = 0;
        captures--;
        become("authorized");
    }

    void become(String next) {
        status = next;
        version++;
    }

    void captureSettles(boolean succeeded) {
        if (capturing != null && succeeded) {
            captured(capturing);
        }
        capturing = null;
    }

    FakeAnswer capture(String orderId, long wanted, boolean unknown) {
        return switch (status) {
            case "captured" -> captured == wanted ? FakeAnswer.ok(view(orderId)) : problem("capture_mismatch");
            case "canceled" -> problem("payment_closed");
            case "authorized" -> captureGranted(orderId, wanted, unknown);
            default -> problem("payment_not_authorized");
        };
    }

    private FakeAnswer captureGranted(String orderId, long wanted, boolean unknown) {
        if (capturing != null && capturing != wanted) {
            return problem("capture_mismatch");
        }
        if (wanted > authorized) {
            return problem("capture_exceeds_authorized");
        }
        if (unknown) {
            capturing = wanted;
            return new FakeAnswer(202, Map.of("data", view(orderId)));
        }
        captured(wanted);
        return FakeAnswer.ok(view(orderId));
    }

    FakeAnswer cancel(String orderId, boolean unknown) {
        if (status.equals("open") || status.equals("authorized")) {
            if (unknown || capturing != null) {
                return new FakeAnswer(202, Map.of("data", view(orderId)));
            }
            become("canceled");
        }
        return FakeAnswer.ok(view(orderId));
    }

    FakeAnswer refund(String orderId, String refundId, long much, String outcome) {
        if (captured == 0) {
            return problem("payment_not_captured");
        }
        Refund known = refunds.get(refundId);
        if (known == null) {
            if (dispute.equals("open") || dispute.equals("lost")) {
                return problem("payment_disputed");
            }
            if (refunded() + sum("pending") + much > captured) {
                return problem("refund_exceeds_captured");
            }
            known = new Refund(much, outcome);
            refunds.put(refundId, known);
            version++;
        } else if (known.amount() != much) {
            return problem("refund_mismatch");
        }
        Map<String, Object> view =
                new HashMap<>(Map.of("id", refundId, "orderId", orderId, "amount", much, "status", known.status()));
        view.put("failureReason", known.status().equals("failed") ? "expired_or_canceled_card" : null);
        return FakeAnswer.ok(view);
    }

    long refunded() {
        return elsewhere + sum("succeeded");
    }

    Map<String, Object> view(String orderId) {
        Map<String, Object> view = new HashMap<>();
        view.put("orderId", orderId);
        view.put("version", version);
        view.put("status", status);
        view.put("currency", currency);
        view.put("amount", amount);
        view.put("capture", capture);
        view.put("authorized", authorized);
        view.put("captureBefore", status.equals("authorized") ? String.valueOf(captureBefore) : null);
        view.put("captured", captured);
        view.put("refunded", refunded());
        view.put("refundStatus", refundStatus());
        view.put("disputeStatus", dispute);
        view.put("paymentIntentId", tombstone ? null : "pi_" + orderId);
        view.put("clientSecret", status.equals("open") ? "pi_" + orderId + "_secret_1" : null);
        view.put("publishableKey", "pk_test_1");
        view.put("stripeApiBase", "https://api.stripe.com");
        view.put("lastError", null);
        return view;
    }

    private long sum(String standing) {
        return refunds.values().stream()
                .filter(refund -> refund.status().equals(standing))
                .mapToLong(Refund::amount)
                .sum();
    }

    /** As payment-service sums up: a failed refund is made good by a later one that succeeded. */
    private String refundStatus() {
        String standing = elsewhere > 0 ? "succeeded" : "none";
        for (Refund refund : refunds.values()) {
            if (refund.status().equals("pending")) {
                return "pending";
            }
            standing = refund.status();
        }
        return standing.equals("failed") && refunded() == captured ? "succeeded" : standing;
    }

    private static FakeAnswer problem(String code) {
        return FakeAnswer.problem(409, code);
    }
}
