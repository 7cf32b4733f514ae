package dev.quayside.order.people;

/** How many rows a call has changed. */
record Affected(int orders, int carts) {}
