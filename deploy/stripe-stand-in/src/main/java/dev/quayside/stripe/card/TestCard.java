package dev.quayside.stripe.card;

import dev.quayside.stripe.wire.ApiError;
import java.util.Arrays;
import java.util.Optional;

/** Stripe's magic payment methods, by id and card number; source: docs.stripe.com/testing. */
public enum TestCard {
    VISA("pm_card_visa", "4242424242424242", Behaviour.APPROVE),
    VISA_DEBIT("pm_card_debit", "4000056655665556", Behaviour.APPROVE),
    MASTERCARD("pm_card_mastercard", "5555555555554444", Behaviour.APPROVE),
    AMEX("pm_card_amex", "378282246310005", Behaviour.APPROVE),
    DECLINED("pm_card_chargeDeclined", "4000000000000002", Behaviour.DECLINE),
    INSUFFICIENT_FUNDS(
            "pm_card_chargeDeclinedInsufficientFunds",
            "4000000000009995",
            Behaviour.DECLINE,
            "card_declined",
            "insufficient_funds",
            "Your card has insufficient funds."),
    LOST(
            "pm_card_chargeDeclinedLostCard",
            "4000000000009987",
            Behaviour.DECLINE,
            "card_declined",
            "lost_card",
            "Your card was declined."),
    STOLEN(
            "pm_card_chargeDeclinedStolenCard",
            "4000000000009979",
            Behaviour.DECLINE,
            "card_declined",
            "stolen_card",
            "Your card was declined."),
    EXPIRED(
            "pm_card_chargeDeclinedExpiredCard",
            "4000000000000069",
            Behaviour.DECLINE,
            "expired_card",
            "expired_card",
            "Your card has expired."),
    INCORRECT_CVC(
            "pm_card_chargeDeclinedIncorrectCvc",
            "4000000000000127",
            Behaviour.DECLINE,
            "incorrect_cvc",
            "incorrect_cvc",
            "Your card's security code is incorrect."),
    PROCESSING_ERROR(
            "pm_card_chargeDeclinedProcessingError",
            "4000000000000119",
            Behaviour.DECLINE,
            "processing_error",
            "processing_error",
            "An error occurred while processing your card. Try again in a little bit."),
    CUSTOMER_FAIL("pm_card_chargeCustomerFail", "4000000000000341", Behaviour.DECLINE_CHARGE),
    AUTHENTICATION_REQUIRED("pm_card_authenticationRequired", "4000002760003184", Behaviour.AUTHENTICATE),
    THREE_D_SECURE("pm_card_threeDSecure2Required", "4000000000003220", Behaviour.AUTHENTICATE),
    THREE_D_SECURE_DECLINED(
            "pm_card_threeDSecureRequiredChargeDeclined", "4000008400001629", Behaviour.AUTHENTICATE_THEN_DECLINE),
    DISPUTE("pm_card_createDispute", "4000000000000259", Behaviour.DISPUTE_FRAUDULENT),
    DISPUTE_NOT_RECEIVED("pm_card_createDisputeProductNotReceived", "4000000000002685", Behaviour.DISPUTE_NOT_RECEIVED),
    INQUIRY("pm_card_createDisputeInquiry", "4000000000001976", Behaviour.INQUIRY),
    PENDING_REFUND("pm_card_pendingRefund", "4000000000007726", Behaviour.REFUND_PENDING),
    FAILING_REFUND("pm_card_refundFail", "4000000000005126", Behaviour.REFUND_FAIL),
    RADAR_BLOCK("pm_card_radarBlock", "4100000000000019", Behaviour.BLOCK),
    ELEVATED_RISK("pm_card_riskLevelElevated", "4000000000009235", Behaviour.REVIEW),
    SLOW_BANK("pm_usBankAccount_processing", "000123456789", Behaviour.PROCESS);

    private final String id;
    private final String number;
    private final Behaviour behaviour;
    private final String code;
    private final String declineCode;
    private final String message;

    TestCard(String id, String number, Behaviour behaviour) {
        this(id, number, behaviour, "card_declined", "generic_decline", "Your card was declined.");
    }

    TestCard(String id, String number, Behaviour behaviour, String code, String declineCode, String message) {
        this.id = id;
        this.number = number;
        this.behaviour = behaviour;
        this.code = code;
        this.declineCode = declineCode;
        this.message = message;
    }

    /** The card of a magic id; {@code pm_card_visa_chargeDeclined} is another name of {@code pm_card_chargeDeclined}. */
    public static Optional<TestCard> named(String id) {
        String name = id.replace("pm_card_visa_", "pm_card_");
        return Arrays.stream(values()).filter(card -> card.id.equals(name)).findFirst();
    }

    public static Optional<TestCard> numbered(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    String last4() {
        return number.substring(number.length() - 4);
    }

    String brand() {
        return switch (number.charAt(0)) {
            case '5' -> "mastercard";
            case '3' -> "amex";
            default -> "visa";
        };
    }

    /** How the bank's refusal reads. */
    public ApiError decline() {
        return ApiError.card(code, declineCode, message);
    }

    /** How the bank's refusal reads when nobody is there who could authenticate. */
    public static ApiError authenticationRequired() {
        return ApiError.card(
                "authentication_required",
                "authentication_required",
                "Your card was declined. This transaction requires authentication.");
    }
}
