package dev.quayside.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.gateway.mode.DeploymentMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");

    private final Path directory;

    SigningKeysTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void developmentMakesAKeyThatOnlyItsOwnerReads() throws Exception {
        Path keys = directory.resolve("new").resolve("keys");
        new SigningKeys(keys, DeploymentMode.DEVELOPMENT, Clock.systemUTC());
        try (var files = Files.list(keys)) {
            List<Path> made = files.toList();
            assertThat(made).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.get(0))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void productionDoesNotStartWithoutAKey() {
        assertThatThrownBy(() -> new SigningKeys(directory, DeploymentMode.PRODUCTION, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QUAYSIDE_SIGNING_KEYS_DIR")
                .hasMessageNotContaining(directory.toString());
    }

    @Test
    void instancesThatStartTogetherAgreeOnOneKey() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> start = () -> new SigningKeys(directory, DeploymentMode.DEVELOPMENT, Clock.systemUTC())
                    .signer()
                    .id();
            List<Future<String>> signers =
                    threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> start).toList());
            assertThat(signers)
                    .extracting(Future::get)
                    .containsOnly(signers.get(0).get());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aNewKeySignsWithinSecondsAndTheOldOneStillVerifies() throws Exception {
        SigningKey old = write("a.pem", START.minusSeconds(60));
        Moved clock = new Moved();
        SigningKeys keys = new SigningKeys(directory, DeploymentMode.PRODUCTION, clock);
        assertThat(keys.signer().id()).isEqualTo(old.id());
        SigningKey fresh = write("b.pem", START);
        clock.now = START.plusSeconds(6);
        assertThat(keys.signer().id()).isEqualTo(fresh.id());
        assertThat(keys.find(old.id())).isPresent();
        assertThat(keys.published()).contains(old.id(), fresh.id()).doesNotContain("\"d\"");
        Files.delete(directory.resolve("a.pem"));
        clock.now = START.plusSeconds(12);
        assertThat(keys.find(old.id())).isEmpty();
    }

    @Test
    void aBrokenFileDoesNotTakeTheKnownKeysAway() throws Exception {
        SigningKey good = write("a.pem", START);
        Moved clock = new Moved();
        SigningKeys keys = new SigningKeys(directory, DeploymentMode.PRODUCTION, clock);
        Files.writeString(directory.resolve("b.pem"), "half a fi");
        clock.now = START.plus(Duration.ofMinutes(1));
        assertThat(keys.signer().id()).isEqualTo(good.id());
    }

    @Test
    void shortKeysAreNotTaken() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        String encoded = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Files.writeString(
                directory.resolve("short.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> new SigningKeys(directory, DeploymentMode.DEVELOPMENT, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("short.pem");
    }

    private SigningKey write(String name, Instant time) throws Exception {
        SigningKey key = SigningKey.generate();
        Path file = Files.writeString(directory.resolve(name), key.toPem());
        Files.setLastModifiedTime(file, FileTime.from(time));
        return key;
    }

    private static final class Moved extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
