package dev.quayside.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.local.FakeRepository;
import dev.quayside.local.Port;
import dev.quayside.local.Ports;
import dev.quayside.local.process.Signals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, ended as processes are ended. */
class MainTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Ports ports = Ports.free();
    private final List<Process> launchers = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process launcher : launchers) {
            launcher.destroy();
            launcher.waitFor(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void whatAKilledLauncherLeftIsEndedByTheNextAndASignalEndsEverything(@TempDir Path folder) throws Exception {
        Path repository = FakeRepository.in(folder.resolve("repository"));
        Path data = folder.resolve("shop data");
        Process first = launch(repository, data, folder.resolve("first.txt"));
        await().atMost(SOON).until(() -> text(folder.resolve("first.txt")).contains("The shop is open."));
        List<ProcessHandle> left = processesOf(data);
        assertThat(left).hasSize(7).allMatch(Signals::isRunning);
        assertThat(modeOf(data.resolve("admin-api-key"))).isEqualTo("rw-------");
        assertThat(modeOf(data)).isEqualTo("rwx------");

        first.destroyForcibly().waitFor();
        Process second = launch(repository, data, folder.resolve("second.txt"));
        await().atMost(SOON).until(() -> text(folder.resolve("second.txt")).contains("The shop is open."));
        assertThat(left).noneMatch(Signals::isRunning);

        List<ProcessHandle> running = processesOf(data);
        second.destroy();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(143);
        assertThat(running).hasSize(7).noneMatch(Signals::isRunning);
        assertThat(text(folder.resolve("first.txt"))).contains("13 products loaded", "/v1/carts");
        assertThat(text(folder.resolve("second.txt"))).doesNotContain("loaded").contains("Stopped after");
    }

    @Test
    void wrongOptionsStartNothing(@TempDir Path folder) throws Exception {
        Process launcher = launch(folder, folder.resolve("data"), folder.resolve("out.txt"), "--colour", "blue");

        assertThat(launcher.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(2);
        assertThat(text(folder.resolve("out.txt"))).startsWith("deploy/up: Unknown option --colour.");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private Process launch(Path repository, Path data, Path output, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquayside.repository=" + repository,
                "-Dquayside.binaries=" + System.getProperty("quayside.binaries", ""),
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data",
                data.toString()));
        for (Port port : Port.values()) {
            words.add(port.option() + "=" + ports.of(port));
        }
        words.addAll(List.of(more));
        Process launcher = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        launchers.add(launcher);
        return launcher;
    }

    /** Five services, Redis and PostgreSQL. */
    private static List<ProcessHandle> processesOf(Path data) throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        try (var files = Files.list(data.resolve("run"))) {
            files.map(MainTest::text).map(MainTest::process).forEach(found::add);
        }
        found.add(process(text(data.resolve("postgresql/postmaster.pid"))));
        return found;
    }

    private static ProcessHandle process(String pidFile) {
        return ProcessHandle.of(Long.parseLong(pidFile.split("\\s", 2)[0])).orElseThrow();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
