package dev.quayside.order.payment;

import dev.quayside.order.upstream.Refusal;
import dev.quayside.order.upstream.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Customers' saved cards at payment-service. */
@ApplicationScoped
public class SavedCards {
    private final SavedCardClient client;
    private final Upstream upstream;

    SavedCards(@RestClient SavedCardClient client, Upstream upstream) {
        this.client = client;
        this.upstream = upstream;
    }

    /** Whether a customer has this saved card now. */
    public boolean isUsable(UUID customerId, String methodId) {
        try {
            return upstream.call(
                            "the payment service",
                            () -> client.method(customerId, methodId).data())
                    .id()
                    .equals(methodId);
        } catch (Refusal refusal) {
            if (refusal.code().equals("payment_method_not_found")) {
                return false;
            }
            throw refusal;
        }
    }
}
