package dev.quayside.local.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @Test
    void onlyTheOwnerMayReadThem(@TempDir Path folder) throws IOException {
        Path shop = folder.resolve("shop");
        PrivateFiles.folder(shop);
        Secrets.in(shop);

        assertThat(modeOf(shop)).isEqualTo("rwx------");
        assertThat(modeOf(shop.resolve("secrets.properties"))).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatWasOpenToAllIsClosed(@TempDir Path folder) throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        PrivateFiles.folder(open);

        assertThat(modeOf(open)).isEqualTo("rwx------");
    }

    @Test
    void theyAreMadeOnceAndStay(@TempDir Path folder) {
        Secrets first = Secrets.in(folder);
        Secrets second = Secrets.in(folder);

        assertThat(Secret.values())
                .allSatisfy(secret -> assertThat(second.of(secret)).isEqualTo(first.of(secret)));
        assertThat(Arrays.stream(Secret.values()).map(first::of)).doesNotHaveDuplicates();
    }

    @Test
    void whatALaterVersionNeedsIsAdded(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("secrets.properties"), "redis.password=kept\n");

        Secrets secrets = Secrets.in(folder);

        assertThat(secrets.of(Secret.REDIS)).isEqualTo("kept");
        assertThat(secrets.of(Secret.ORDER_TOKEN_KEY)).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Secrets.in(folder).of(Secret.ORDER_TOKEN_KEY)).isEqualTo(secrets.of(Secret.ORDER_TOKEN_KEY));
    }

    @Test
    void theyHaveTheFormsThatTheirReadersExpect(@TempDir Path folder) {
        Secrets secrets = Secrets.in(folder);

        assertThat(secrets.of(Secret.ADMIN_API_KEY)).matches("sk_local_[A-Za-z0-9]{40}");
        assertThat(secrets.of(Secret.STRIPE_API_KEY)).startsWith("sk_test_");
        assertThat(secrets.of(Secret.STRIPE_PUBLISHABLE_KEY)).startsWith("pk_test_");
        assertThat(secrets.of(Secret.STRIPE_WEBHOOK_SECRET)).startsWith("whsec_");
        assertThat(secrets.toString()).doesNotContain(secrets.of(Secret.ADMIN_API_KEY));
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
