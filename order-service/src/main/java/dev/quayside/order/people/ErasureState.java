package dev.quayside.order.people;

/** How many of a customer's orders are on their way to being paid or cancelled. */
record ErasureState(long ordersInProgress) {}
