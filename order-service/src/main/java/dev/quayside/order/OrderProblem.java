package dev.quayside.order;

import dev.quayside.kit.problem.ProblemCode;

/** The error codes of this service's own endpoints. */
public enum OrderProblem implements ProblemCode {
    CART_NOT_FOUND("There is no such cart"),
    CART_LOCKED("The cart is being bought"),
    CART_CLOSED("The cart was bought"),
    CART_FULL("The cart has as many lines as it can take"),
    CART_EMPTY("The cart has no lines"),
    CART_CHANGED("The cart costs something else than expected"),
    CURRENCY_NOT_SOLD("The shop does not sell in this currency"),
    UNKNOWN_SKU("There is no such sku"),
    PRICE_UNAVAILABLE("The sku has no price in the cart's currency"),
    AMOUNT_TOO_SMALL("The total is too small to be charged"),
    AMOUNT_TOO_LARGE("The total is too large to be charged"),
    INSUFFICIENT_STOCK("There is not enough stock"),
    RESERVATION_REFUSED("The stock could not be held"),
    ORDER_NOT_FOUND("There is no such order"),
    ORDER_NOT_CANCELLABLE("The order can no longer be cancelled"),
    ORDER_NOT_REFUNDABLE("The order has nothing that can be refunded"),
    REFUND_EXCEEDS_PAID("The refund is more than is left of what was paid"),
    PAYMENT_DISPUTED("The payment is disputed"),
    ORDER_NOT_CAPTURABLE("The order has nothing that can be captured"),
    CAPTURE_EXCEEDS_AUTHORIZED("The capture is more than was authorised"),
    CAPTURE_MISMATCH("Another amount is being captured"),
    REFUND_NOT_FOUND("The order has no such refund"),
    PAYMENT_METHOD_NOT_FOUND("There is no such saved payment method"),
    ORDERS_IN_PROGRESS("Orders are still on their way to being paid"),
    WRONG_ORDER_STATE("The order is in a state that does not allow this");

    private final String title;

    OrderProblem(String title) {
        this.title = title;
    }

    @Override
    public int status() {
        return switch (this) {
            case CART_NOT_FOUND, ORDER_NOT_FOUND, REFUND_NOT_FOUND -> 404;
            case CART_LOCKED,
                    CART_CLOSED,
                    CART_CHANGED,
                    INSUFFICIENT_STOCK,
                    RESERVATION_REFUSED,
                    ORDER_NOT_CANCELLABLE,
                    ORDER_NOT_REFUNDABLE,
                    REFUND_EXCEEDS_PAID,
                    PAYMENT_DISPUTED,
                    ORDER_NOT_CAPTURABLE,
                    CAPTURE_EXCEEDS_AUTHORIZED,
                    CAPTURE_MISMATCH,
                    ORDERS_IN_PROGRESS,
                    WRONG_ORDER_STATE -> 409;
            case CART_FULL,
                    CART_EMPTY,
                    CURRENCY_NOT_SOLD,
                    UNKNOWN_SKU,
                    PRICE_UNAVAILABLE,
                    AMOUNT_TOO_SMALL,
                    AMOUNT_TOO_LARGE,
                    PAYMENT_METHOD_NOT_FOUND -> 422;
        };
    }

    @Override
    public String title() {
        return title;
    }
}
