package dev.quayside.gateway.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How an API key looks: {@code sk_} and at least 32 letters, digits, {@code _} or {@code -}. */
final class KeyText {
    private static final String PREFIX = "sk_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{32,200}");

    private KeyText() {}

    /** Whether a bearer token is meant as an API key. */
    static boolean looksLikeKey(String token) {
        return token.startsWith(PREFIX);
    }

    static boolean isWellFormed(String key) {
        return FORM.matcher(key).matches();
    }

    /** What is stored: SHA-256 is enough for a value that cannot be guessed. */
    static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
