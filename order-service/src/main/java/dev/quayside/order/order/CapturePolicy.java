package dev.quayside.order.order;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the shop takes the money of new orders. An order keeps what it was placed with, whatever is configured later. */
@ApplicationScoped
public class CapturePolicy {
    private final CaptureMethod method;

    public CapturePolicy(@ConfigProperty(name = "quayside.order.capture") CaptureMethod method) {
        this.method = method;
    }

    public CaptureMethod method() {
        return method;
    }
}
