package dev.quayside.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    @Test
    void onlyWhatIsListedIsAllowedAndOnlyAsAWhole() {
        AllowedOrigins origins = origins(" https://Shop.example.com", "http://localhost:5173", "http://[::1]:3000");
        assertThat(List.of("https://shop.example.com", "http://localhost:5173", "http://[::1]:3000"))
                .allMatch(origins::contains);
        assertThat(List.of(
                        "https://shop.example.com.evil.org",
                        "https://evil-shop.example.com",
                        "http://shop.example.com",
                        "https://shop.example.com:8443",
                        "https://shop.example.com/",
                        "null",
                        ""))
                .noneMatch(origins::contains);
        assertThat(origins.isEmpty()).isFalse();
        assertThat(new AllowedOrigins(Optional.empty()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.com",
                "https://shop.example.com/",
                "https://shop.example.com/path",
                "shop.example.com",
                "ftp://shop.example.com",
                "https://user@shop.example.com"
            })
    void whatIsNoOriginStopsTheStart(String text) {
        assertThatThrownBy(() -> origins(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QUAYSIDE_CORS_ORIGINS");
    }

    private static AllowedOrigins origins(String... texts) {
        return new AllowedOrigins(Optional.of(List.of(texts)));
    }
}
