package dev.quayside.payment.publication;

import dev.quayside.payment.death.Cuts;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Dies when the subscribers were told, before that is noted. */
@Alternative
@Priority(1)
@Singleton
class MortalSubscribers extends Subscribers {
    private final Cuts cuts;

    MortalSubscribers(
            @RestClient SubscriberClient client,
            @ConfigProperty(name = "quayside.payment.subscribers") List<String> addresses,
            Cuts cuts) {
        super(client, addresses);
        this.cuts = cuts;
    }

    @Override
    void tell(UUID orderId, PaymentStateMessage state) {
        cuts.live();
        super.tell(orderId, state);
        cuts.pass("after the subscribers were told");
    }
}
