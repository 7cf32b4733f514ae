package dev.quayside.stripe.control;

import io.vertx.ext.web.Router;

/** The whole control API. */
public final class ControlApi {
    private ControlApi() {}

    public static void mount(
            Router router, PaymentControls payments, WebhookControls webhooks, MachineControls machine) {
        ControlRoutes routes = new ControlRoutes(router);
        payments.addTo(routes);
        webhooks.addTo(routes);
        machine.addTo(routes);
    }
}
