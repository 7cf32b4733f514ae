package dev.quayside.gateway.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A key in its file. Lines before the PEM block, which every reader of PEM skips (RFC 7468, 5.2), say when it was made and from when on
 * it signs; a file that someone else has made was made when it was written, and signs once all verifiers can know it.
 */
record KeyFile(Path path, SigningKey key, Instant createdAt, Instant signsFrom) {
    private static final String CREATED = "Created: ";
    private static final String SIGNS_FROM = "Signs-From: ";

    static KeyFile read(Path path, FileTime written) {
        try {
            String text = Files.readString(path);
            Instant createdAt = line(text, CREATED).orElseGet(written::toInstant);
            return new KeyFile(
                    path,
                    SigningKey.fromPem(text),
                    createdAt,
                    line(text, SIGNS_FROM).orElseGet(() -> createdAt.plus(KeySchedule.KNOWN_AFTER)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | DateTimeException e) {
            throw new IllegalStateException(path.getFileName() + " is not a signing key", e);
        }
    }

    /** What is written into the file. */
    String text() {
        return CREATED + createdAt + "\n" + SIGNS_FROM + signsFrom + "\n" + key.toPem();
    }

    KeyFile signingFrom(Instant instant) {
        return new KeyFile(path, key, createdAt, instant);
    }

    private static Optional<Instant> line(String text, String name) {
        return text.lines()
                .takeWhile(line -> !line.startsWith("-----"))
                .filter(line -> line.startsWith(name))
                .map(line -> Instant.parse(line.substring(name.length()).trim()))
                .findFirst();
    }
}
