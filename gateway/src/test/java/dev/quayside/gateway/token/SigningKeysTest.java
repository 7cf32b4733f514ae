package dev.quayside.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.gateway.limit.MovableClock;
import dev.quayside.gateway.mode.DeploymentMode;
import dev.quayside.kit.testing.Together;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");

    private final Path directory;

    private final Supplier<SigningKey> maker = Keys.maker();

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
    void instancesThatStartTogetherAgreeOnOneKey() {
        List<String> signers = Together.times(
                4,
                () -> new SigningKeys(new KeyDirectory(directory, maker), DeploymentMode.DEVELOPMENT, Clock.systemUTC())
                        .signer()
                        .id());
        assertThat(signers).containsOnly(signers.get(0));
    }

    @Test
    void aNewFileIsPublishedWithinSecondsAndSignsOnceEveryVerifierCanKnowIt() throws Exception {
        SigningKey old = write("a.pem", START.minusSeconds(3_600));
        MovableClock clock = new MovableClock();
        SigningKeys keys = new SigningKeys(directory, DeploymentMode.PRODUCTION, clock);
        assertThat(keys.signer().id()).isEqualTo(old.id());
        SigningKey fresh = write("b.pem", START);
        clock.move(Duration.ofSeconds(6));
        assertThat(keys.signer().id()).isEqualTo(old.id());
        assertThat(keys.find(fresh.id())).isPresent();
        assertThat(keys.published()).contains(old.id(), fresh.id()).doesNotContain("\"d\"");
        clock.move(Duration.ofMinutes(10));
        assertThat(keys.signer().id()).isEqualTo(fresh.id());
        assertThat(keys.find(old.id())).isPresent();
        Files.delete(directory.resolve("a.pem"));
        clock.move(Duration.ofSeconds(6));
        assertThat(keys.find(old.id())).isEmpty();
    }

    @Test
    void aKeyIsTheSameAfterItsFileWasCopied() throws Exception {
        KeyFile made = new KeyDirectory(directory, maker).add(Keys.first(), START, START.plusSeconds(600));
        Files.setLastModifiedTime(made.path(), FileTime.from(START.plus(Duration.ofDays(9))));
        assertThat(KeyDirectory.read(new KeyDirectory(directory, maker).list()).files())
                .containsExactly(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void aBrokenFileDoesNotTakeTheKnownKeysAway() throws Exception {
        SigningKey good = write("a.pem", START);
        MovableClock clock = new MovableClock();
        SigningKeys keys = new SigningKeys(directory, DeploymentMode.PRODUCTION, clock);
        Files.writeString(directory.resolve("b.pem"), "half a fi");
        clock.move(Duration.ofMinutes(1));
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
        SigningKey key = maker.get();
        Path file = Files.writeString(directory.resolve(name), key.toPem());
        Files.setLastModifiedTime(file, FileTime.from(time));
        return key;
    }
}
