package dev.quayside.gateway.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory of PEM files that all instances share: read, and in development given its first key. */
record KeyDirectory(Path path) {
    private static final String FIRST_KEY = "signing-key.pem";

    /** A file and when it was written; two listings differ when a key came, went or was replaced. */
    record Entry(Path file, FileTime written) {}

    /** The PEM files, the newest first; of two written at the same time the later name. */
    List<Entry> list() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pem"))
                    .map(KeyDirectory::entry)
                    .sorted(Comparator.comparing(Entry::written)
                            .thenComparing(Entry::file)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SigningKey read(Entry entry) {
        try {
            return SigningKey.fromPem(Files.readString(entry.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(entry.file().getFileName() + " is not a signing key", e);
        }
    }

    /** Makes the first key. Of two instances that start together one wins, and no one ever reads half a file. */
    void createFirstKey() {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path written = Files.createTempFile(
                    path,
                    "new-key",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(written, SigningKey.generate().toPem());
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
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static Entry entry(Path file) {
        try {
            return new Entry(file, Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
