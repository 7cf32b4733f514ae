package dev.quayside.gateway.token;

import dev.quayside.gateway.mode.SecretPolicy;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** The services that may ask for a token, with the scopes of the arrows between them. A client without a secret is off. */
@Startup
@ApplicationScoped
class ServiceClients {
    private static final Map<String, Set<String>> SCOPES = Map.of(
            "catalog-service", Set.of("sales:read", "audit-log:write"),
            "order-service", Set.of("stock:hold", "payments:write", "audit:read", "audit-log:write"),
            "payment-service", Set.of("payment-events:write", "orders:repair", "audit:read", "audit-log:write"));

    private final Map<String, ServiceClient> clients = new HashMap<>();

    ServiceClients(Config settings, SecretPolicy policy) {
        SCOPES.forEach((id, scopes) -> settings.getOptionalValue("quayside.clients." + id, String.class)
                .filter(secret -> !secret.isBlank())
                .ifPresent(secret -> {
                    policy.check("the client secret of " + id, secret);
                    clients.put(id, ServiceClient.of(id, secret, scopes));
                }));
    }

    /** The client of this id with this secret. */
    Optional<ServiceClient> authenticate(String id, String secret) {
        return Optional.ofNullable(clients.get(id)).filter(client -> client.hasSecret(secret));
    }
}
