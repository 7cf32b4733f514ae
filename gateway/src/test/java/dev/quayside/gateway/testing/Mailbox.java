package dev.quayside.gateway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that the gateway has written to files, for one address. */
public record Mailbox(String address) {
    private static final Pattern TOKEN = Pattern.compile("[?]token=([A-Za-z0-9_-]{43})");

    /** The mails of a kind such as {@code verify-email} so far, the oldest first. */
    public List<Path> files(String kind) {
        if (!Files.isDirectory(GatewayResource.mails())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(GatewayResource.mails())) {
            return files.filter(file -> file.getFileName().toString().contains("Z-" + kind + "-"))
                    .filter(file -> read(file).contains("\r\nTo: " + address + "\r\n"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until so many of a kind have come and gives the newest. */
    public String newest(String kind, int of) {
        List<Path> found = await(kind + " for " + address)
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> files(kind), files -> files.size() >= of);
        return read(found.get(found.size() - 1));
    }

    /** Waits for the first of a kind and gives the token of its link. */
    public String token(String kind) {
        return token(kind, 1);
    }

    /** Waits until so many of a kind have come and gives the token of the newest one's link. */
    public String token(String kind, int of) {
        Matcher link = TOKEN.matcher(newest(kind, of));
        if (!link.find()) {
            throw new AssertionError("no link in a mail of the kind " + kind);
        }
        return link.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
