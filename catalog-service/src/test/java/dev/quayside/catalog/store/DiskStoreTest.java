package dev.quayside.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskStoreTest extends StoreContract {
    private final Path folder;

    DiskStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    ObjectStore store() {
        return new DiskStore(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "ab/../../x", "ab/..", "ab", "ab/x/", "ab//x", "ab/X", "ab/x\0"})
    void keyThatLeadsElsewhereIsNone(String key) {
        assertThatThrownBy(() -> store().open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().put(key, new byte[1], "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatACrashLeftIsNotThereAndGoesAfterAWhile() throws IOException {
        Path left = Files.createDirectories(folder.resolve("unfinished")).resolve("0198c5a5");
        Files.write(left, new byte[10]);
        Instant written = Files.getLastModifiedTime(left).toInstant();
        store().deleteUnfinished(written);
        assertThat(left).exists();
        store().deleteUnfinished(written.plusSeconds(1));
        assertThat(left).doesNotExist();
    }

    @Test
    void nothingIsLeftOfWhatIsDeleted() throws IOException {
        store().put("ab/hash/a.webp", new byte[1], "");
        store().put("ab/hash/source", new byte[1], "");
        store().delete(List.of("ab/hash/a.webp"));
        assertThat(folder.resolve("ab/hash")).exists();
        store().delete(List.of("ab/hash/source", "ab/hash/a.webp"));
        assertThat(folder.resolve("ab/hash")).doesNotExist();
        assertThat(folder.resolve("unfinished")).isEmptyDirectory();
    }

    @Test
    void diskThatCannotBeWrittenIsA503() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[1]);
        assertThatThrownBy(() -> new DiskStore(file).put("ab/x", new byte[1], ""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        fault -> assertThat(fault.code()).isEqualTo(CommonProblem.UPSTREAM_UNAVAILABLE));
    }
}
