package dev.quayside.gateway.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsTest {

    @Test
    void environmentVariablesAloneMakeThem() {
        Extensions extensions = extensions(
                Map.of(
                        "QUAYSIDE_EXTENSIONS_LIVE_CHAT_URL", "http://10.0.0.5:9000, http://10.0.0.6:9000",
                        "QUAYSIDE_EXTENSIONS_LIVE_CHAT_ACCESS", "public",
                        "QUAYSIDE_EXTENSIONS_ERP_URL", "https://erp.internal.example",
                        "QUAYSIDE_EXTENSIONS_ERP_ACCESS", "staff",
                        "QUAYSIDE_EXTENSIONS_PUSH_URL", "http://push:9000"),
                "live-chat",
                " erp",
                "push");
        assertThat(extensions.all())
                .containsExactly(
                        new Extension(
                                "live-chat",
                                List.of(URI.create("http://10.0.0.5:9000"), URI.create("http://10.0.0.6:9000")),
                                Access.PUBLIC),
                        new Extension("erp", List.of(URI.create("https://erp.internal.example")), Access.STAFF),
                        new Extension("push", List.of(URI.create("http://push:9000")), Access.SIGNED_IN));
    }

    @Test
    void thereAreNoneUnlessSaid() {
        assertThat(extensions(Map.of()).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Chat", "1chat", "-chat", "chat_room", "chat/room", "..", "a23456789012345678901234567890123"
            })
    void aBadNameStopsTheStart(String name) {
        assertThatThrownBy(() -> extensions(Map.of(), name))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("QUAYSIDE_EXTENSIONS: \"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "URL,    ''",
        "URL,    10.0.0.5:9000",
        "URL,    ftp://10.0.0.5",
        "URL,    http://10.0.0.5/base",
        "URL,    http://10.0.0.5?x=1",
        "URL,    http://user@10.0.0.5",
        "URL,    http://10.0.0.5:99999",
        "URL,    'http://10.0 .0.5'",
        "URL,    'http://10.0.0.5,chat'",
        "ACCESS, everybody",
        "ACCESS, Public",
    })
    void whatIsMissingOrWrongStopsTheStartAndIsNamed(String key, String value) {
        Map<String, String> settings = new HashMap<>(Map.of("QUAYSIDE_EXTENSIONS_CHAT_URL", "http://10.0.0.5"));
        settings.put("QUAYSIDE_EXTENSIONS_CHAT_" + key, value);
        assertThatThrownBy(() -> extensions(settings, "chat"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QUAYSIDE_EXTENSIONS_CHAT_" + key);
    }

    @Test
    void aNameStandsForOne() {
        Map<String, String> settings = Map.of("QUAYSIDE_EXTENSIONS_CHAT_URL", "http://10.0.0.5");
        assertThatThrownBy(() -> extensions(settings, "chat", "chat"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chat is named twice");
    }

    private static Extensions extensions(Map<String, String> environment, String... names) {
        return new Extensions(
                new SmallRyeConfigBuilder()
                        .withSources(new EnvConfigSource(environment, 300))
                        .build(),
                Optional.of(List.of(names)));
    }
}
