package dev.quayside.local.up;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that are part of the launcher. */
final class Resources {
    private Resources() {}

    static String text(String path) {
        try (InputStream resource = Resources.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    static List<String> lines(String path) {
        return text(path).lines().filter(line -> !line.isBlank()).toList();
    }
}
