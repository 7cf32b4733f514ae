package dev.quayside.stripe.card;

/** What a test card does when it is charged. */
public enum Behaviour {
    APPROVE,
    DECLINE,
    /** Can be saved; only a charge is declined. */
    DECLINE_CHARGE,
    /** Stopped by Radar before the bank is asked. */
    BLOCK,
    /** Succeeds, and a review is opened. */
    REVIEW,
    AUTHENTICATE,
    AUTHENTICATE_THEN_DECLINE,
    /** The outcome is known later only, as with a bank debit. */
    PROCESS,
    DISPUTE_FRAUDULENT,
    DISPUTE_NOT_RECEIVED,
    INQUIRY,
    /** Refunds are pending first and succeed later. */
    REFUND_PENDING,
    /** Refunds succeed first and fail later. */
    REFUND_FAIL;

    /** Whether the cardholder has to be asked before money moves. */
    public boolean asksCardholder() {
        return switch (this) {
            case AUTHENTICATE, AUTHENTICATE_THEN_DECLINE -> true;
            case APPROVE, DECLINE, DECLINE_CHARGE, BLOCK, REVIEW, PROCESS -> false;
            case DISPUTE_FRAUDULENT, DISPUTE_NOT_RECEIVED, INQUIRY, REFUND_PENDING, REFUND_FAIL -> false;
        };
    }

    /** Whether the bank says no, once everyone has been asked. */
    public boolean declinesCharge() {
        return switch (this) {
            case DECLINE, DECLINE_CHARGE, BLOCK, AUTHENTICATE_THEN_DECLINE -> true;
            case APPROVE, REVIEW, PROCESS, AUTHENTICATE -> false;
            case DISPUTE_FRAUDULENT, DISPUTE_NOT_RECEIVED, INQUIRY, REFUND_PENDING, REFUND_FAIL -> false;
        };
    }

    public boolean disputesCharge() {
        return switch (this) {
            case DISPUTE_FRAUDULENT, DISPUTE_NOT_RECEIVED, INQUIRY -> true;
            case APPROVE, DECLINE, DECLINE_CHARGE, BLOCK, REVIEW, PROCESS -> false;
            case AUTHENTICATE, AUTHENTICATE_THEN_DECLINE, REFUND_PENDING, REFUND_FAIL -> false;
        };
    }
}
