package dev.quayside.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.local.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Path REPOSITORY = Path.of("/a repository");

    @Test
    void withoutAnyThingsAreWhereTheyUsuallyAre() {
        Arguments arguments = read(Map.of());

        assertThat(arguments.data()).isEqualTo(Path.of("/a repository/.quayside"));
        assertThat(arguments.reset()).isFalse();
        assertThat(arguments.ports().of(Port.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void bothSpellingsOfAnOptionAreRead() {
        Arguments arguments = read(Map.of(), "--port", "9000", "--db-port=9001", "--reset", "--data", "/elsewhere");

        assertThat(arguments.ports().of(Port.GATEWAY)).isEqualTo(9000);
        assertThat(arguments.ports().of(Port.POSTGRES)).isEqualTo(9001);
        assertThat(arguments.reset()).isTrue();
        assertThat(arguments.data()).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void anOptionOverrulesTheEnvironment() {
        Map<String, String> environment =
                Map.of("QUAYSIDE_PORT", "7000", "QUAYSIDE_REDIS_PORT", "7001", "QUAYSIDE_DATA", "/from-environment");

        Arguments arguments = read(environment, "--port", "9000");

        assertThat(arguments.ports().of(Port.GATEWAY)).isEqualTo(9000);
        assertThat(arguments.ports().of(Port.REDIS)).isEqualTo(7001);
        assertThat(arguments.data()).isEqualTo(Path.of("/from-environment"));
    }

    @Test
    void wrongOnesAreNamed() {
        assertWrong("Unknown option --prot.", "--prot", "1");
        assertWrong("Unknown option up.", "up");
        assertWrong("Option --port needs a value.", "--port");
        assertWrong("--port must be a port from 1 to 65535, not \"many\".", "--port", "many");
        assertWrong("--port must be a port from 1 to 65535, not \"70000\".", "--port=70000");
        assertThatThrownBy(() -> read(Map.of("QUAYSIDE_DB_PORT", "0")))
                .hasMessageContaining("QUAYSIDE_DB_PORT must be");
    }

    private static void assertWrong(String message, String... words) {
        assertThatThrownBy(() -> read(Map.of(), words))
                .isInstanceOf(Arguments.Wrong.class)
                .hasMessage(message + " See: deploy/up --help");
    }

    private static Arguments read(Map<String, String> environment, String... words) {
        return Arguments.of(List.of(words), environment, REPOSITORY);
    }
}
