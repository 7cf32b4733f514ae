package dev.quayside.payment.gateway;

/**
 * An event as the processor's list shows it.
 *
 * @param body as it is delivered; may hold client secrets: never stored, never logged
 */
public record ListedEvent(String id, String body) {
    /** Without the body: this ends up in logs. */
    @Override
    public String toString() {
        return "ListedEvent[" + id + "]";
    }
}
