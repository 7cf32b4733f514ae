package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The admin scripts, run as an operator of the shop runs them: by their name, with the shop's address and a key. */
final class Script {
    private static final Path SCRIPTS = Path.of(System.getProperty("quayside.repository"), "deploy/scripts");

    private Script() {}

    /** What a run has printed, and how it ended. */
    record Run(int exit, String printed) {
        String good() {
            assertThat(exit).as(printed).isZero();
            return printed.strip();
        }
    }

    static Run run(String name, String... words) {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(name).toString()));
        command.addAll(List.of(words));
        return run(
                command,
                Map.of(
                        "QUAYSIDE_URL", Shop.running().gatewayUrl(),
                        "QUAYSIDE_API_KEY", Shop.running().adminApiKey()));
    }

    /** Python is the machine's, not the build's. */
    static boolean hasPython() {
        return run(List.of("/bin/sh", "-c", "command -v python3"), Map.of()).exit() == 0;
    }

    private static Run run(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
