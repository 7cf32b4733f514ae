package dev.quayside.gateway.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * Writes letters as {@code .eml} files, for shops without a mail server. A file appears whole or not at all, and only the owner of the
 * process can read it: it may hold a link that opens an account.
 */
final class FilePostman {
    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'");

    private final Path folder;
    private final String from;
    private final Clock clock;

    FilePostman(Path folder, String from, Clock clock) {
        this.folder = folder;
        this.from = from;
        this.clock = clock;
    }

    void deliver(Letter letter) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        String name = IN_NAMES.format(now) + "-" + letter.kind().slug() + "-" + letter.id() + ".eml";
        try {
            boolean posix = isPosix();
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, posix ? new FileAttribute<?>[] {OWNERS_FOLDER} : new FileAttribute<?>[0]);
            }
            Path part = Files.createTempFile(
                    folder, "", ".part", posix ? new FileAttribute<?>[] {OWNERS_FILE} : new FileAttribute<?>[0]);
            Files.writeString(part, message(letter, now), StandardCharsets.UTF_8);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new NotSent(letter, e);
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().containsAll(Set.of("posix"));
    }

    /** RFC 5322; what stands in the head is ASCII by the rules for addresses and subjects. */
    private String message(Letter letter, ZonedDateTime now) {
        return String.join(
                "\r\n",
                "From: " + from,
                "To: " + letter.recipient(),
                "Subject: " + letter.subject(),
                "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now),
                "Message-ID: <" + letter.id() + "@quayside>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                letter.text().replace("\n", "\r\n"));
    }
}
