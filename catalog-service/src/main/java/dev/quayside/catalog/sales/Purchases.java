package dev.quayside.catalog.sales;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks order-service who has bought what. */
@ApplicationScoped
public class Purchases {
    private final PurchaseClient client;

    Purchases(@RestClient PurchaseClient client) {
        this.client = client;
    }

    /**
     * Whether a customer has paid for a product; 503 {@code upstream_unavailable} when no answer comes, whatever the reason. Never inside
     * a transaction.
     *
     * @param skus under which the product is sold now
     */
    public boolean hasBought(UUID customer, UUID product, List<String> skus) {
        try {
            return client.bought(new PurchaseClient.Question(customer, product, skus))
                    .data()
                    .bought();
        } catch (RuntimeException noAnswer) {
            ProblemException problem = new ProblemException(
                    CommonProblem.UPSTREAM_UNAVAILABLE,
                    "it cannot be told at the moment whether you have bought this; nothing was written, try again in a few seconds");
            problem.initCause(noAnswer);
            throw problem.withHeader("Retry-After", "2");
        }
    }
}
