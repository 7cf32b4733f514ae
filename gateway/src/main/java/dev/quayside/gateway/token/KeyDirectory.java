package dev.quayside.gateway.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The directory of PEM files that all instances share. No one ever reads half a file: each is written aside and then named.
 *
 * @param maker makes the keys that are put there
 */
record KeyDirectory(Path path, Supplier<SigningKey> maker) {
    private static final String FIRST_KEY = "signing-key.pem";

    /** A file and when it was written; two listings differ when a key came, went or was replaced. */
    record Entry(Path file, FileTime written) {}

    List<Entry> list() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pem"))
                    .flatMap(KeyDirectory::entry)
                    .sorted(Comparator.comparing(Entry::file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeySchedule read(List<Entry> entries) {
        return new KeySchedule(entries.stream()
                .map(entry -> KeyFile.read(entry.file(), entry.written()))
                .toList());
    }

    /** Makes the first key, which signs at once. Of two instances that start together one wins. */
    void createFirstKey(Instant now) {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path written = aside(new KeyFile(path.resolve(FIRST_KEY), maker.get(), now, now));
            try {
                // A link, unlike a move, fails when the name is taken.
                Files.createLink(path.resolve(FIRST_KEY), written);
            } finally {
                Files.delete(written);
            }
        } catch (FileAlreadyExistsException e) {
            // Another instance was first; its key is read next.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a new key into a file of its own. */
    KeyFile add(SigningKey key, Instant now, Instant signsFrom) {
        String name = "signing-key-" + now.toString().replace(':', '-') + "-"
                + key.id().substring(0, 8) + ".pem";
        KeyFile added = new KeyFile(path.resolve(name), key, now, signsFrom);
        write(added);
        return added;
    }

    /** Writes a key in place of what its file holds. */
    void write(KeyFile file) {
        try {
            Files.move(aside(file), file.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(KeyFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path aside(KeyFile file) throws IOException {
        Path written = Files.createTempFile(
                path,
                "new-key",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(written, file.text());
    }

    /** None for a file that another instance has just deleted. */
    private static Stream<Entry> entry(Path file) {
        try {
            return Stream.of(new Entry(file, Files.getLastModifiedTime(file)));
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
