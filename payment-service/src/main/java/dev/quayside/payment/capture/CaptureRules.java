package dev.quayside.payment.capture;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentStatus;
import java.time.Instant;
import java.util.Objects;

/** Whether an amount of a payment can be captured; each refusal is a 409 of its own. */
final class CaptureRules {
    private CaptureRules() {}

    /** Whether this capture is done or under way; another one is a {@code capture_mismatch}. */
    static boolean isKnown(PaymentState payment, long amount) {
        Long known =
                payment.status() == PaymentStatus.CAPTURED ? Long.valueOf(payment.captured()) : payment.captureAsked();
        if (known != null && known != amount) {
            throw new ProblemException(
                    PaymentProblem.CAPTURE_MISMATCH,
                    "the payment of order " + payment.orderId() + " is captured with " + known);
        }
        return known != null;
    }

    /** Refuses what cannot be captured now. */
    static void requireCapturable(PaymentState payment, long amount, Instant now) {
        if (payment.status() == PaymentStatus.CANCELED
                || payment.cancelRequested()
                || payment.grant().hasEnded(now)) {
            throw problem(PaymentProblem.PAYMENT_CLOSED, payment, "was cancelled, or its authorisation has expired");
        }
        if (payment.status() != PaymentStatus.AUTHORIZED || payment.grant().capture() != CaptureMethod.MANUAL) {
            throw problem(
                    PaymentProblem.PAYMENT_NOT_AUTHORIZED,
                    payment,
                    "is " + payment.status().wire());
        }
        if (amount > payment.grant().authorized()) {
            throw problem(
                    PaymentProblem.CAPTURE_EXCEEDS_AUTHORIZED,
                    payment,
                    "is authorized with " + payment.grant().authorized());
        }
        Currency currency =
                Currency.of(Objects.requireNonNull(payment.currency(), "what is authorized has a currency"));
        if (!currency.canCharge(amount)) {
            throw ProblemException.invalidField("amount", "step", "must be a multiple of " + currency.step());
        }
    }

    /** What has come of a capture; refuses one that cannot be any more. */
    static PaymentState outcome(PaymentState payment, long amount) {
        boolean known = isKnown(payment, amount);
        if (payment.status() == PaymentStatus.CANCELED) {
            throw problem(PaymentProblem.PAYMENT_CLOSED, payment, "has ended without a capture");
        }
        if (!known) {
            throw problem(
                    PaymentProblem.CAPTURE_REFUSED,
                    payment,
                    "is still " + payment.status().wire());
        }
        return payment;
    }

    private static ProblemException problem(PaymentProblem code, PaymentState payment, String what) {
        return new ProblemException(code, "the payment of order " + payment.orderId() + " " + what);
    }
}
