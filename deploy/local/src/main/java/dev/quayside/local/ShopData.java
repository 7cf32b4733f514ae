package dev.quayside.local;

import dev.quayside.local.process.RunFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Everything that a shop keeps on disk. */
public final class ShopData {
    /** By name, so that nothing else is lost when the directory is one that holds other things too. The lock stays: it is held. */
    private static final List<String> KEPT = List.of(
            "postgresql",
            "postgresql.complete",
            "postgresql.password",
            "redis",
            "redis.conf",
            "stripe",
            "signing-keys",
            "mail",
            "secrets.properties",
            "admin-api-key",
            "stripe-webhook-secret",
            "sample-catalogue.loaded",
            "bin",
            "run",
            "logs");

    private ShopData() {}

    /**
     * Deletes it all, after ending what a killed launcher left running on it.
     *
     * @throws ShopException when a shop is running on it
     */
    public static void delete(Path data) {
        try (ShopLock held = ShopLock.on(data)) {
            new RunFiles(data.resolve("run")).endLeftovers(Duration.ofSeconds(12));
            new PostgresFolder(data.resolve("postgresql")).endServer();
            KEPT.forEach(name -> Folders.delete(held.data().resolve(name)));
        }
    }
}
