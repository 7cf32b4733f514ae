package dev.quayside.stripe.payment;

import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.wire.ApiError;

/** The refusals of a verb in the wrong state, word for word where they have been recorded from the real Stripe. */
final class WrongState {
    private static final String CODE = "payment_intent_unexpected_state";

    private WrongState() {}

    static ApiError confirm(Document intent) {
        return switch (IntentStatus.of(intent)) {
            case SUCCEEDED, REQUIRES_CAPTURE ->
                refused(
                        intent,
                        "You cannot confirm this PaymentIntent because it has already succeeded after being previously"
                                + " confirmed.");
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION, PROCESSING, CANCELED ->
                refused(
                        intent,
                        "You cannot confirm this PaymentIntent because it has a status of "
                                + intent.text("status")
                                + ". Only a PaymentIntent with one of the following statuses may be confirmed: "
                                + "requires_confirmation, requires_action.");
        };
    }

    static ApiError noPaymentMethod(Document intent) {
        return refused(
                intent,
                "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the"
                        + " PaymentIntent with a payment method and then confirm it again, or confirm it again directly"
                        + " with a payment method or ConfirmationToken.");
    }

    static ApiError cancel(Document intent) {
        return refused(
                intent,
                "You cannot cancel this PaymentIntent because it has a status of "
                        + intent.text("status")
                        + ". Only a PaymentIntent with one of the following statuses may be canceled: "
                        + IntentStatus.listed(IntentStatus::isCancelable) + ".");
    }

    static ApiError capture(Document intent) {
        if (IntentStatus.of(intent) == IntentStatus.SUCCEEDED) {
            return refused(intent, "This PaymentIntent could not be captured because it has already been captured.");
        }
        return refused(
                intent,
                "This PaymentIntent could not be captured because it has a status of "
                        + intent.text("status")
                        + ". Only a PaymentIntent with one of the following statuses may be captured: "
                        + IntentStatus.listed(IntentStatus::isCapturable) + ".");
    }

    static ApiError update(Document intent, String field) {
        return refused(
                        intent,
                        "This PaymentIntent's " + field + " could not be updated because it has a status of "
                                + intent.text("status") + ". You may only update the " + field
                                + " of a PaymentIntent with one of the following statuses: requires_payment_method,"
                                + " requires_confirmation, requires_action.")
                .param(field);
    }

    private static ApiError refused(Document intent, String message) {
        return ApiError.refused(CODE, null, message).about(intent);
    }
}
