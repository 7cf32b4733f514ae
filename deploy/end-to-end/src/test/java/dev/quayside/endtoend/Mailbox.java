package dev.quayside.endtoend;

import static org.awaitility.Awaitility.await;

import dev.quayside.endtoend.testing.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The mails that the shop has written for one address. */
record Mailbox(String address) {

    /** Waits for a mail of a kind such as {@code verify-email} and gives its text. */
    String mail(String kind) {
        return await(kind + " for " + address)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> find(kind), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits for a mail and gives the token of its link. */
    String token(String kind) {
        return mail(kind).replaceAll("(?s).*[?]token=([A-Za-z0-9_-]{43}).*", "$1");
    }

    private Optional<String> find(String kind) {
        Path folder = Shop.running().data().resolve("mail");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains("Z-" + kind + "-"))
                    .map(Mailbox::read)
                    .filter(text -> text.contains("\r\nTo: " + address + "\r\n"))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
