package dev.quayside.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.gateway.mode.DeploymentMode;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSettingsTest {
    private static final Map<String, String> SET =
            Map.of("client-id", "id", "client-secret", "secret", "issuer", "https://accounts.acme.example");

    @Test
    void googleAndGitHubNeedNoMoreThanAClient() {
        Providers providers = providers(
                List.of("google", "github"),
                Map.of(
                        "quayside.oidc.google.client-id", "g",
                        "quayside.oidc.google.client-secret", "gs",
                        "quayside.oidc.github.client-id", "h",
                        "quayside.oidc.github.client-secret", "hs"));
        assertThat(providers.all()).extracting(Provider::title).containsExactly("Google", "GitHub");
        assertThat(providers.find("google")).containsInstanceOf(OidcProvider.class);
        assertThat(providers.find("github")).containsInstanceOf(GitHubProvider.class);
    }

    @Test
    void withoutSettingsThereAreNone() {
        assertThat(providers(List.of(), Map.of()).all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "client-id,     '',                             QUAYSIDE_OIDC_ACME_CLIENT_ID",
        "client-secret, '  ',                           QUAYSIDE_OIDC_ACME_CLIENT_SECRET",
        "issuer,        '',                             QUAYSIDE_OIDC_ACME_ISSUER",
        "issuer,        http://accounts.acme.example,   QUAYSIDE_OIDC_ACME_ISSUER",
        "issuer,        accounts.acme.example,          QUAYSIDE_OIDC_ACME_ISSUER",
        "issuer,        https://acme.example/?a=b,      QUAYSIDE_OIDC_ACME_ISSUER",
        "issuer,        'https://ac me.example',        QUAYSIDE_OIDC_ACME_ISSUER",
    })
    void whatIsMissingOrWrongStopsTheStartAndIsNamed(String key, String value, String named) {
        Map<String, String> settings = new HashMap<>();
        SET.forEach((name, good) -> settings.put("quayside.oidc.acme." + name, name.equals(key) ? value : good));
        assertThatThrownBy(() -> providers(List.of("acme"), settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("secret-");
    }

    @ParameterizedTest
    @CsvSource({"token", "Acme", "a/b", "a--b", "-a", "''", "1st"})
    void aNameMustFitIntoAPath(String name) {
        assertThatThrownBy(() -> providers(List.of(name), Map.of())).hasMessageContaining("QUAYSIDE_OIDC_PROVIDERS");
    }

    @Test
    void aProviderIsNamedOnce() {
        Map<String, String> settings = new HashMap<>();
        SET.forEach((name, good) -> settings.put("quayside.oidc.acme." + name, good));
        assertThatThrownBy(() -> providers(List.of("acme", "acme"), settings)).hasMessageContaining("twice");
    }

    private static Providers providers(List<String> names, Map<String, String> settings) {
        return new Providers(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build(),
                Clock.systemUTC(),
                Optional.of(names),
                Duration.ofSeconds(1),
                DeploymentMode.PRODUCTION);
    }
}
