package dev.quayside.local.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The secrets of one shop, kept in {@code secrets.properties}: what is missing there is made and added, what is there stays. */
public final class Secrets {
    private static final String FILE = "secrets.properties";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** 40 letters of 62: 238 bits. */
    private static final int LENGTH = 40;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final EnumMap<Secret, String> values;

    private Secrets(EnumMap<Secret, String> values) {
        this.values = values;
    }

    /** Whether a shop in this folder has its secrets already. */
    public static boolean existIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Reads the folder's secrets; makes and keeps those that it has not. */
    public static Secrets in(Path folder) {
        Map<String, String> known = read(folder.resolve(FILE));
        EnumMap<Secret, String> values = new EnumMap<>(Secret.class);
        boolean made = false;
        for (Secret secret : Secret.values()) {
            String value = known.get(secret.key());
            made |= value == null;
            values.put(secret, value == null ? secret.prefix() + random() : value);
        }
        Secrets secrets = new Secrets(values);
        if (made) {
            PrivateFiles.write(folder.resolve(FILE), secrets.lines());
        }
        return secrets;
    }

    public String of(Secret secret) {
        String value = values.get(secret);
        if (value == null) {
            throw new IllegalStateException("no value for " + secret);
        }
        return value;
    }

    private String lines() {
        StringBuilder text = new StringBuilder("# Made by deploy/up. Whoever reads this owns the shop.\n");
        values.forEach((secret, value) ->
                text.append(secret.key()).append('=').append(value).append('\n'));
        return text.toString();
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> known = new HashMap<>();
        if (!Files.exists(file)) {
            return known;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (!line.startsWith("#") && equals > 0) {
                    known.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String random() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Never the values: this may reach a log. */
    @Override
    public String toString() {
        return "Secrets" + values.keySet();
    }
}
