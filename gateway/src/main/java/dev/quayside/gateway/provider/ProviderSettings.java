package dev.quayside.gateway.provider;

import com.nimbusds.oauth2.sdk.auth.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * One provider as the configuration describes it.
 *
 * @param issuer without a slash at its end where the provider writes none; GitHub's address for GitHub
 * @param api where GitHub's API is; the issuer again for others
 * @param scopes what is asked for, separated by spaces
 */
record ProviderSettings(
        String name, String title, String issuer, String api, String clientId, Secret secret, String scopes) {
    static final String GITHUB = "github";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,29}(-[a-z0-9]{1,30})?");
    /** Paths beside the providers'. */
    private static final Set<String> RESERVED = Set.of("token");

    private static final String GOOGLE = "google";

    /** Reads the settings of a provider; what is missing or wrong stops the start. */
    static ProviderSettings read(String name, Config config, boolean plainAllowed) {
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            throw new IllegalStateException("QUAYSIDE_OIDC_PROVIDERS: " + name
                    + " is not a provider's name: lower case letters, digits, a hyphen between, and not \"token\"");
        }
        Reader reader = new Reader(name, config, plainAllowed);
        boolean github = name.equals(GITHUB);
        String issuer = github
                ? reader.address("url", "https://github.com")
                : reader.address("issuer", name.equals(GOOGLE) ? "https://accounts.google.com" : "");
        return new ProviderSettings(
                name,
                reader.text("title", title(name)),
                issuer,
                github ? reader.address("api-url", "https://api.github.com") : issuer,
                reader.text("client-id", ""),
                new Secret(reader.text("client-secret", "")),
                reader.text("scopes", "openid email profile"));
    }

    /** Without the secret: it must not end up in a log. */
    @Override
    public String toString() {
        return "ProviderSettings[" + name + "]";
    }

    private static String title(String name) {
        return name.equals(GITHUB) ? "GitHub" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Reads what is set for one provider. */
    private record Reader(String name, Config config, boolean plainAllowed) {

        String text(String key, String otherwise) {
            String value = config.getOptionalValue("quayside.oidc." + name + "." + key, String.class)
                    .map(String::strip)
                    .filter(set -> !set.isEmpty())
                    .orElse(otherwise);
            if (value.isEmpty()) {
                throw new IllegalStateException(
                        variable(key) + " is needed, because QUAYSIDE_OIDC_PROVIDERS names " + name);
            }
            return value;
        }

        String address(String key, String otherwise) {
            String text = text(key, otherwise);
            try {
                URI uri = new URI(text);
                boolean scheme = "https".equals(uri.getScheme()) || (plainAllowed && "http".equals(uri.getScheme()));
                if (scheme && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                    return key.equals("issuer") ? text : text.replaceAll("/+$", "");
                }
            } catch (URISyntaxException e) {
                throw new IllegalStateException(variable(key) + " is not an address", e);
            }
            throw new IllegalStateException(
                    variable(key) + " must be an https address without a query, such as https://accounts.example.com");
        }

        private String variable(String key) {
            return "QUAYSIDE_OIDC_"
                    + (name + "_" + key).toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }
}
