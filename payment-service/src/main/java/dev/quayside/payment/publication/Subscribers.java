package dev.quayside.payment.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Those who want to know of every payment, by configuration. */
@ApplicationScoped
class Subscribers {
    private static final Logger LOG = Logger.getLogger(Subscribers.class);

    private final SubscriberClient client;
    private final List<String> addresses;

    Subscribers(
            @RestClient SubscriberClient client,
            @ConfigProperty(name = "quayside.payment.subscribers") List<String> addresses) {
        this.client = client;
        this.addresses = addresses.stream().map(String::strip).toList();
    }

    /** Tells all of them; throws when one could not be told, and then all are told again: they ignore what they know. */
    void tell(UUID orderId, PaymentStateMessage state) {
        addresses.forEach(address -> tell(address, orderId, state));
    }

    private void tell(String address, UUID orderId, PaymentStateMessage state) {
        try {
            client.put(address, orderId, state);
        } catch (WebApplicationException answer) {
            if (!isUnknownOrder(answer.getResponse())) {
                throw answer;
            }
            LOG.warnf("%s does not know order %s", address, orderId);
        }
    }

    /** Only a 404 with the domain's code says that the order does not exist; any other may be a door that is not open yet. */
    private static boolean isUnknownOrder(Response answer) {
        return answer.getStatus() == 404 && answer.readEntity(String.class).contains("\"order_not_found\"");
    }
}
