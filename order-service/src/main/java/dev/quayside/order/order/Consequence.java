package dev.quayside.order.order;

/** What a change of an order owes to the outside. */
enum Consequence {
    NOTHING,
    /** Take the stock for good and close the cart. */
    CONFIRM,
    /** Go on with the cancellation. */
    CANCEL,
    /** Money came in for an order that is over: give it back. */
    REFUND
}
