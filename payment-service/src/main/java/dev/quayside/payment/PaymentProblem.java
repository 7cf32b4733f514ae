package dev.quayside.payment;

import dev.quayside.kit.problem.ProblemCode;

/** The error codes of this service's own endpoints. */
public enum PaymentProblem implements ProblemCode {
    PAYMENT_NOT_FOUND("The order has no payment"),
    PAYMENT_MISMATCH("The payment exists with another amount"),
    PAYMENT_CLOSED("The payment has ended, or is about to"),
    PAYMENT_NOT_AUTHORIZED("Nothing was granted that could be captured"),
    CAPTURE_MISMATCH("The payment is captured with another amount"),
    CAPTURE_EXCEEDS_AUTHORIZED("The capture is more than was granted"),
    CAPTURE_REFUSED("Stripe refused the capture"),
    PAYMENT_NOT_CAPTURED("Nothing was captured that could be refunded"),
    REFUND_MISMATCH("The refund exists with another amount or order"),
    REFUND_EXCEEDS_CAPTURED("The refund is more than is left of what was captured"),
    PAYMENT_DISPUTED("A dispute holds what was captured"),
    DISPUTE_NOT_FOUND("There is no such dispute"),
    STRIPE_EVENT_NOT_FOUND("There is no such event"),
    EVENT_ALREADY_PROCESSED("The event was worked on already"),
    RECONCILIATION_NOT_FOUND("There is no such reconciliation"),
    RECONCILIATION_RUNNING("A reconciliation is running"),
    MISMATCH_NOT_FOUND("There is no such mismatch"),
    MISMATCH_NOT_REPAIRABLE("The mismatch needs a person"),
    MISMATCH_ALREADY_REPAIRED("The mismatch was repaired already"),
    WEBHOOK_SIGNATURE_INVALID("The webhook's signature is not valid"),
    WEBHOOK_BODY_INVALID("The webhook's body is not an event"),
    PAYMENT_METHOD_NOT_FOUND("There is no such payment method"),
    /** Named in a body, where it is not the address of the request that is wrong. */
    PAYMENT_METHOD_UNUSABLE("There is no such payment method") {
        @Override
        public String code() {
            return PAYMENT_METHOD_NOT_FOUND.code();
        }
    },
    TOO_MANY_PAYMENT_METHODS("The customer has as many payment methods as can be saved"),
    STRIPE_UNAVAILABLE("Stripe did not answer");

    private final String title;

    PaymentProblem(String title) {
        this.title = title;
    }

    @Override
    public int status() {
        return switch (this) {
            case WEBHOOK_SIGNATURE_INVALID, WEBHOOK_BODY_INVALID -> 400;
            case PAYMENT_NOT_FOUND,
                    DISPUTE_NOT_FOUND,
                    STRIPE_EVENT_NOT_FOUND,
                    RECONCILIATION_NOT_FOUND,
                    MISMATCH_NOT_FOUND,
                    PAYMENT_METHOD_NOT_FOUND -> 404;
            case PAYMENT_MISMATCH,
                    PAYMENT_CLOSED,
                    PAYMENT_NOT_AUTHORIZED,
                    CAPTURE_MISMATCH,
                    CAPTURE_EXCEEDS_AUTHORIZED,
                    CAPTURE_REFUSED,
                    PAYMENT_NOT_CAPTURED,
                    PAYMENT_DISPUTED,
                    REFUND_MISMATCH,
                    REFUND_EXCEEDS_CAPTURED,
                    EVENT_ALREADY_PROCESSED,
                    RECONCILIATION_RUNNING,
                    MISMATCH_NOT_REPAIRABLE,
                    MISMATCH_ALREADY_REPAIRED,
                    TOO_MANY_PAYMENT_METHODS -> 409;
            case PAYMENT_METHOD_UNUSABLE -> 422;
            case STRIPE_UNAVAILABLE -> 503;
        };
    }

    @Override
    public String title() {
        return title;
    }
}
