package dev.quayside.gateway.mode;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses secrets that are known or can be guessed. Only production minds. */
@ApplicationScoped
public class SecretPolicy {
    private static final int SHORTEST = 32;
    private static final int FEWEST_DISTINCT = 10;
    private static final List<String> GIVEAWAYS =
            List.of("development", "example", "changeme", "change-me", "password", "secret", "local", "insecure");

    private final DeploymentMode mode;

    SecretPolicy(@ConfigProperty(name = "quayside.mode") DeploymentMode mode) {
        this.mode = mode;
    }

    /**
     * Stops the start when a secret is too weak for this deployment.
     *
     * @param setting the setting's name, for the message; the secret itself is never shown
     */
    public void check(String setting, String secret) {
        if (mode == DeploymentMode.PRODUCTION && isWeak(secret)) {
            throw new IllegalStateException(setting + " is too weak for production: use at least " + SHORTEST
                    + " random characters, such as the output of: openssl rand -hex 32");
        }
    }

    private static boolean isWeak(String secret) {
        String lower = secret.toLowerCase(Locale.ROOT);
        return secret.length() < SHORTEST
                || secret.chars().distinct().count() < FEWEST_DISTINCT
                || GIVEAWAYS.stream().anyMatch(lower::contains);
    }
}
