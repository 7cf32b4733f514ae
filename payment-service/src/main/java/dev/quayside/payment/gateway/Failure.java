package dev.quayside.payment.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Why a call did not succeed.
 *
 * @param status the HTTP status, 0 when there was no answer
 * @param code the processor's code, or a word of ours when it gave none
 * @param declineCode the card issuer's reason, if any
 * @param message for a person; holds no secret
 * @param param the parameter at fault, if any
 * @param intent the payment as the processor showed it in the error, if it did
 */
public record Failure(
        int status,
        String code,
        @Nullable String declineCode,
        String message,
        @Nullable String param,
        @Nullable Intent intent) {

    /** The payment is in a state that does not allow the operation; the state is in {@link #intent}. */
    public boolean isUnexpectedState() {
        return "payment_intent_unexpected_state".equals(code);
    }

    /** The charge is disputed, and nothing of it can be given back. */
    public boolean isAboutDispute() {
        return "charge_disputed".equals(code);
    }

    /** Something that the call named is not there. */
    public boolean isMissing() {
        return "resource_missing".equals(code);
    }

    /** The customer that the call named is not there any more: somebody has deleted it at the processor. */
    public boolean isMissingCustomer() {
        return isMissing() && "customer".equals(param);
    }

    /** Why, to be kept: a dispute's code is part of the contract with other services, all else is a sentence for people. */
    public String reason() {
        return isAboutDispute() ? code : message;
    }

    /** An answered 5xx is stored with the key: sending the same key again gives the same answer again. */
    public boolean isStoredWithKey() {
        return status >= 500;
    }

    /** The key that we call with is wrong: it says nothing of the operation, which can succeed once that is mended. */
    public boolean isAboutCaller() {
        return status == 401 || status == 403;
    }
}
