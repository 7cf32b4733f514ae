package dev.quayside.gateway.apikey;

import dev.quayside.gateway.mode.SecretPolicy;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The administrator's key, which the deployment's settings hold: with every scope, good from the start. */
@ApplicationScoped
class AdminApiKey {
    private static final String SETTING = "QUAYSIDE_ADMIN_API_KEY";
    private static final List<String> ALL_SCOPES = List.of(
            "catalog:read",
            "catalog:write",
            "stock:read",
            "stock:write",
            "orders:read",
            "orders:write",
            "refunds:write",
            "payments:capture",
            "payments:read",
            "payments:repair",
            "audit:read",
            "signing-keys:read",
            "signing-keys:write");

    private final KeyStore store;
    private final SecretPolicy policy;
    private final Optional<String> key;

    AdminApiKey(
            KeyStore store,
            SecretPolicy policy,
            @ConfigProperty(name = "quayside.admin-api-key") Optional<String> key) {
        this.store = store;
        this.policy = policy;
        this.key = key.filter(text -> !text.isBlank());
    }

    void grant(@Observes StartupEvent started) {
        key.ifPresent(text -> {
            if (!KeyText.isWellFormed(text)) {
                throw new IllegalStateException(SETTING + " must be sk_ and at least 32 letters, digits, _ or -");
            }
            policy.check(SETTING, text);
            store.setEnvironmentKey(KeyText.hash(text), ALL_SCOPES);
        });
    }
}
