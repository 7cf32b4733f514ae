package dev.quayside.payment.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be wrong between the sides. The codes are stable; the advice is for what no repair can mend. */
public enum Code {
    /** We hold a payment that Stripe does not have. */
    PAYMENT_MISSING_AT_STRIPE("Check that the Stripe key belongs to the account that took the payment."),
    /** Stripe has a PaymentIntent for an order whose payment is another one, or none. */
    STRIPE_PAYMENT_UNKNOWN(
            "Look at it in Stripe's Dashboard, and refund or cancel it there if it is not another shop's."),
    /** The issuer has granted the money, and our payment does not show it. */
    AUTHORISATION_NOT_IN_LEDGER("Read the payment again."),
    /** Stripe has taken the money, and our payment does not show it. */
    CAPTURE_NOT_IN_LEDGER("Read the payment again."),
    /** Our ledger has money that Stripe never took. */
    CAPTURE_NOT_AT_STRIPE("Look at the payment in Stripe's Dashboard; the ledger is never rewritten."),
    /** Stripe has cancelled the payment, and ours can still be paid. */
    CANCELLATION_NOT_IN_LEDGER("Read the payment again."),
    /** Stripe has given money back, or failed to, and the ledger does not show it. */
    REFUND_NOT_IN_LEDGER("Read the payment again."),
    /** The ledger has a refund that Stripe does not have. */
    REFUND_NOT_AT_STRIPE("Compare the order's refunds with Stripe's Dashboard; the ledger is never rewritten."),
    /** A cardholder disputes the payment, or the dispute is over, and the ledger does not show it. */
    DISPUTE_NOT_IN_LEDGER("Read the payment again."),
    /** The ledger has a dispute that Stripe does not have. */
    DISPUTE_NOT_AT_STRIPE("Compare the order's disputes with Stripe's Dashboard; the ledger is never rewritten."),
    /** Two sides name different amounts, or currencies, of the same thing. */
    AMOUNT_DIFFERS("Find out which side is right; no amount is changed by itself."),
    /** More than one PaymentIntent of the order has taken money. */
    TWO_PAYMENTS_WITH_MONEY("Refund one of them in Stripe's Dashboard."),
    /** The payment has moved, and the order does not know. */
    ORDER_NOT_TOLD("Publish the payment again."),
    /** The order counts as paid, and there is no such money. */
    ORDER_PAID_WITHOUT_MONEY("Do not ship it; find out how it was confirmed, and cancel it or have it paid."),
    /** The order is over, and its money was not given back. */
    MONEY_NOT_RETURNED("Refund it."),
    /** A payment is alive, or holds money, for an order that does not exist. */
    PAYMENT_WITHOUT_ORDER("Refund it in Stripe's Dashboard: there is no order to refund."),
    /** The order is paid, and its stock is only held. */
    STOCK_NOT_COMMITTED("Have the order's stock taken."),
    /** The order is over, and its stock is still held. */
    STOCK_NOT_RELEASED("Have the order's stock released."),
    /** Units that are owed to the shelf have not come back. */
    STOCK_NOT_RETURNED("Have the order's stock returned."),
    /** Order and reservation disagree in a way that no step of an order explains. */
    STOCK_DIFFERS("Compare the order's lines with its reservation, count, and adjust the stock."),
    /** Stock is held or taken for an order that does not exist. */
    RESERVATION_WITHOUT_ORDER("The units were taken: count, and adjust the stock."),
    /** The order needs stock that nothing holds for it. */
    RESERVATION_MISSING("Check that there is enough on the shelf, and adjust the stock; or cancel the order."),
    /** A sku's numbers disagree with each other: what is on hand, reserved, held, and in the ledger of movements. */
    STOCK_OFF("Count the shelf, and adjust the stock.");

    private final String advice;

    Code(String advice) {
        this.advice = advice;
    }

    /** What a person should do when there is no repair. */
    public String advice() {
        return advice;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
