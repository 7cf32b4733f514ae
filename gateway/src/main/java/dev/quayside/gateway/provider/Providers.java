package dev.quayside.gateway.provider;

import dev.quayside.gateway.mode.DeploymentMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The providers of this shop, in the order of its settings; none unless said. None of them is called at the start. */
@Startup
@ApplicationScoped
public class Providers {
    /** More than a sign-in page shows. */
    public static final int MOST = 20;

    private static final int CALLS_AT_ONCE = 16;

    private final List<Provider> all = new ArrayList<>();

    Providers(
            Config config,
            Clock clock,
            @ConfigProperty(name = "quayside.oidc.providers") Optional<List<String>> names,
            @ConfigProperty(name = "quayside.oidc.answer-timeout") Duration patience,
            @ConfigProperty(name = "quayside.mode") DeploymentMode mode) {
        boolean plainAllowed = mode == DeploymentMode.DEVELOPMENT;
        for (String name : names.orElse(List.of())) {
            ProviderSettings settings = ProviderSettings.read(name.strip(), config, plainAllowed);
            ProviderHttp http = new ProviderHttp(new ProviderHttp.Limits(patience, CALLS_AT_ONCE, plainAllowed));
            add(
                    settings.name().equals(ProviderSettings.GITHUB)
                            ? new GitHubProvider(settings, http)
                            : new OidcProvider(settings, http, clock));
        }
    }

    public List<Provider> all() {
        return List.copyOf(all);
    }

    public Optional<Provider> find(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    private void add(Provider provider) {
        if (find(provider.name()).isPresent() || all.size() == MOST) {
            throw new IllegalStateException("QUAYSIDE_OIDC_PROVIDERS: " + provider.name()
                    + " is named twice, or there are more than " + MOST + " providers");
        }
        all.add(provider);
    }
}
