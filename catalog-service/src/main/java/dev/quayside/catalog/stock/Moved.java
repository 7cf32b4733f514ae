package dev.quayside.catalog.stock;

/** By how many units the two numbers of a sku change, at all its locations together. */
record Moved(long onHand, long reserved) {
    Moved plus(Moved other) {
        return new Moved(onHand + other.onHand, reserved + other.reserved);
    }

    long available() {
        return onHand - reserved;
    }
}
