package dev.quayside.gateway.mode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPolicyTest {
    private final SecretPolicy production = new SecretPolicy(DeploymentMode.PRODUCTION);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "sk_development_0123456789abcdefghijkl",
                "sk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "sk_0123456789abcdefghijkl_CHANGEME_xyzw",
            })
    void productionRefusesWeakSecretsWithoutShowingThem(String secret) {
        assertThatThrownBy(() -> production.check("QUAYSIDE_ADMIN_API_KEY", secret))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QUAYSIDE_ADMIN_API_KEY")
                .hasMessageNotContaining(secret);
        assertThatCode(() -> new SecretPolicy(DeploymentMode.DEVELOPMENT).check("any", secret))
                .doesNotThrowAnyException();
    }

    @Test
    void productionTakesRandomSecrets() {
        assertThatCode(() -> production.check("any", "sk_9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c"))
                .doesNotThrowAnyException();
    }
}
