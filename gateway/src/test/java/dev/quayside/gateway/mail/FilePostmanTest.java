package dev.quayside.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePostmanTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:09:10.011Z"), ZoneOffset.UTC);
    private static final Letter LETTER = new Letter(
            UUID.fromString("0198c5a4-11aa-7bbb-8ccc-1234567890ab"),
            MailKind.RESET_PASSWORD,
            "ada@example.com",
            "Reset your password",
            "One line – and\nanother\n");

    @TempDir
    Path parent = Path.of("unset");

    @Test
    void aLetterBecomesOneWholeMessageThatOnlyTheOwnerReads() throws IOException {
        Path folder = parent.resolve("deep/mail");
        new FilePostman(folder, "shop@example.com", CLOCK).deliver(LETTER);
        Path file = folder.resolve("20261123T080910.011Z-reset-password-" + LETTER.id() + ".eml");
        assertThat(files(folder)).containsExactly(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file))
                .startsWith("From: shop@example.com\r\nTo: ada@example.com\r\nSubject: Reset your password\r\n")
                .contains("\r\nDate: Mon, 23 Nov 2026 08:09:10 GMT\r\n")
                .endsWith("\r\n\r\nOne line – and\r\nanother\r\n");
    }

    @Test
    void whatCannotBeWrittenIsNotSentAndTheReasonNamesNoAddress() throws IOException {
        Path notAFolder = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> new FilePostman(notAFolder, "shop@example.com", CLOCK).deliver(LETTER))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining(LETTER.id().toString())
                .hasMessageNotContaining("ada@example.com");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
