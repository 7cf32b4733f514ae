package dev.quayside.payment.webhook;

/** Work on an event could not be finished and is to be tried again. The message is shown to staff: ids and Stripe's own words. */
class UnworkableEventException extends RuntimeException {
    UnworkableEventException(String message) {
        super(message);
    }
}
