package dev.quayside.payment.webhook;

import java.util.Locale;

/** What a type of event is about. Types that Stripe may yet invent count as their family's. */
enum EventTopic {
    PAYMENT_INTENT,
    CHARGE,
    REFUND,
    DISPUTE,
    SETUP_INTENT,
    PAYMENT_METHOD,
    OTHER;

    static EventTopic of(String type) {
        if (type.startsWith("charge.dispute.")) {
            return DISPUTE;
        }
        if (type.startsWith("refund.") || type.startsWith("charge.refund.")) {
            return REFUND;
        }
        if (type.startsWith("charge.")) {
            return CHARGE;
        }
        if (type.startsWith("payment_intent.")) {
            return PAYMENT_INTENT;
        }
        if (type.startsWith("setup_intent.")) {
            return SETUP_INTENT;
        }
        return type.startsWith("payment_method.") ? PAYMENT_METHOD : OTHER;
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
