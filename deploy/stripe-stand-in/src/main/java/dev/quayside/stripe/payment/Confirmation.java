package dev.quayside.stripe.payment;

import dev.quayside.stripe.card.Behaviour;
import dev.quayside.stripe.card.PaymentMethods;
import dev.quayside.stripe.card.TestCard;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Caller;
import dev.quayside.stripe.wire.Params;

/**
 * Confirms a PaymentIntent: asks the cardholder where the card wants that, then the bank. A decline is an error to the
 * caller and a lasting change: a failed charge, and an intent that waits for another card.
 */
public final class Confirmation {
    private final PaymentIntents intents;
    private final Settlement settlement;
    private final NextActions actions;

    public Confirmation(PaymentIntents intents, Settlement settlement, NextActions actions) {
        this.intents = intents;
        this.settlement = settlement;
        this.actions = actions;
    }

    Document confirm(Document intent, Params params, Caller caller) {
        if (!IntentStatus.of(intent).isConfirmable()) {
            throw WrongState.confirm(intent);
        }
        boolean offSession = isOffSession(params);
        requireReturnUrl(intent, params, caller);
        Document brought = intents.methodFrom(params);
        if (brought == null && !intent.has("payment_method")) {
            throw WrongState.noPaymentMethod(intent);
        }
        IntentFields.apply(intent, params);
        intents.use(intent, brought);
        return charge(intent, offSession, params.flag("error_on_requires_action"));
    }

    /** {@code off_session} is true, false, or the kind of a payment without its owner: {@code recurring}, {@code one_off}. */
    private static boolean isOffSession(Params params) {
        String value = params.oneOf("off_session", "true", "false", "recurring", "one_off");
        return value != null && !value.equals("false");
    }

    private static void requireReturnUrl(Document intent, Params params, Caller caller) {
        boolean known = params.text("return_url") != null || intent.has("_return_url");
        if (caller == Caller.SECRET && intent.flag("_redirects") && !known && !params.flag("use_stripe_sdk")) {
            throw ApiError.invalid(
                    null,
                    "return_url",
                    "A `return_url` must be specified because this Payment Intent is configured to automatically accept"
                            + " the payment methods enabled in the Dashboard, some of which may require a full page"
                            + " redirect to succeed. If you do not want to accept redirect-based payment methods, set"
                            + " `automatic_payment_methods[enabled]` to `true` and"
                            + " `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and"
                            + " Payment Intents.");
        }
    }

    private Document charge(Document intent, boolean offSession, boolean errorOnAction) {
        Document method = intents.method(intent);
        TestCard card = PaymentMethods.card(method);
        if (card.behaviour().asksCardholder() && !intent.flag("_authenticated")) {
            if (offSession || errorOnAction) {
                throw settlement.decline(intent, method, TestCard.authenticationRequired());
            }
            return actions.request(intent);
        }
        if (card.behaviour() == Behaviour.PROCESS) {
            return settlement.process(intent);
        }
        if (card.behaviour().declinesCharge()) {
            throw settlement.decline(intent, method, card.decline());
        }
        return settlement.succeed(intent, method);
    }

    /** What the cardholder did, in the browser or on the phone; nobody is there any more to be told of a decline. */
    public Document authenticated(String id, boolean success) {
        Document intent = intents.get(id);
        if (IntentStatus.of(intent) != IntentStatus.REQUIRES_ACTION) {
            throw ApiError.refused(null, null, "the PaymentIntent has a status of " + intent.text("status"));
        }
        intent.clear("next_action");
        if (!success) {
            return settlement.authenticationFailed(intent);
        }
        intent.put("_authenticated", true);
        if (intent.is("confirmation_method", "manual")) {
            return intents.save(IntentStatus.REQUIRES_CONFIRMATION.putOn(intent));
        }
        try {
            return charge(intent, false, false);
        } catch (ApiError declined) {
            return intents.get(id);
        }
    }

    /** What the bank of a slow payment method says in the end. */
    public void processed(String id) {
        Document intent = intents.get(id);
        if (IntentStatus.of(intent) == IntentStatus.PROCESSING) {
            settlement.succeed(intent.clear("processing"), intents.method(intent));
        }
    }
}
