package dev.quayside.gateway.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How an API key looks: {@code sk_} and at least 32 letters, digits, {@code _} or {@code -}. */
final class KeyText {
    private static final String PREFIX = "sk_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{32,200}");

    private static final int BYTES = 32;
    private static final int HINT = 7;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    /** A new one, of 256 random bits. */
    static String generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a list may show of it: four of its characters tell keys apart and help nobody to guess the others. */
    static String hint(String key) {
        return key.substring(0, HINT) + "…";
    }

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
