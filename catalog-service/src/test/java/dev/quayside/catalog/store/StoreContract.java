package dev.quayside.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Together;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does. */
abstract class StoreContract {
    private static final String TYPE = "application/octet-stream";

    private final String folder = "ab/" + UUID.randomUUID();

    abstract ObjectStore store();

    @Test
    void whatIsStoredIsThereUntilItIsDeleted() {
        byte[] content = {0, 1, (byte) 0xff, '\r', '\n'};
        assertThat(read(folder + "/a.webp")).isNull();
        store().put(folder + "/a.webp", content, "image/webp");
        store().put(folder + "/a.webp", content, "image/webp");
        assertThat(read(folder + "/a.webp")).isEqualTo(content);
        assertThat(read(folder + "/b.webp")).isNull();
        store().delete(List.of(folder + "/a.webp", folder + "/b.webp"));
        store().delete(List.of(folder + "/a.webp"));
        assertThat(read(folder + "/a.webp")).isNull();
    }

    @Test
    void fileIsStoredOnce(@TempDir Path temporary) throws IOException {
        Path file = Files.write(temporary.resolve("upload"), new byte[300_000]);
        store().put(folder + "/source", file, TYPE);
        store().put(folder + "/source", Files.write(file, new byte[] {1}), TYPE);
        assertThat(read(folder + "/source")).hasSize(300_000);
        assertThat(file).exists();
    }

    @Test
    void manyMayStoreTheSameAtOnce(@TempDir Path temporary) throws IOException {
        byte[] content = "the same".repeat(10_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Path file = Files.write(temporary.resolve("upload"), content);
        Together.run(6, index -> {
            if (index % 2 == 0) {
                store().put(folder + "/source", file, TYPE);
            } else {
                store().put(folder + "/source", content, TYPE);
            }
            return index;
        });
        assertThat(read(folder + "/source")).isEqualTo(content);
    }

    byte @Nullable [] read(String key) {
        Optional<StoredObject> object = store().open(key);
        if (object.isEmpty()) {
            return null;
        }
        try (InputStream content = object.get().content()) {
            byte[] bytes = content.readAllBytes();
            assertThat(object.get().length()).isEqualTo(bytes.length);
            return bytes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
