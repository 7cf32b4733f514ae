package dev.quayside.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StripeAccessTest {
    @Test
    void withoutAKeyItIsTheStandIn() {
        assertThat(StripeAccess.fromEnvironment(Map.of())).isEmpty();
        assertThat(StripeAccess.fromEnvironment(Map.of("STRIPE_API_KEY", ""))).isEmpty();
    }

    @Test
    void whatIsMissingBesideAKeyIsNamed() {
        assertThatThrownBy(() -> StripeAccess.fromEnvironment(
                        Map.of("STRIPE_API_KEY", "sk_test_1", "STRIPE_PUBLISHABLE_KEY", "pk_test_1")))
                .isInstanceOf(ShopException.class)
                .hasMessageContaining("STRIPE_WEBHOOK_SECRET")
                .hasMessageNotContaining("sk_test_1");
    }

    @Test
    void aLiveKeyIsHandedOnForPaymentServiceToRefuse() {
        StripeAccess access = StripeAccess.fromEnvironment(Map.of(
                        "STRIPE_API_KEY", "sk_live_1",
                        "STRIPE_PUBLISHABLE_KEY", "pk_live_1",
                        "STRIPE_WEBHOOK_SECRET", "whsec_1"))
                .orElseThrow();

        assertThat(access.apiKey()).isEqualTo("sk_live_1");
        assertThat(access.base()).isEmpty();
        assertThat(access.toString()).doesNotContain("_1");
    }
}
