package dev.quayside.gateway.session;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The 256 random bits of a refresh token, which only its holder has. */
final class RefreshSecret {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private RefreshSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    static RefreshSecret generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RefreshSecret(bytes);
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    static Optional<RefreshSecret> parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == BYTES ? Optional.of(new RefreshSecret(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of it: SHA-256 is enough for a value that cannot be guessed. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Hides a successor so that only this token opens it: a one-time pad from a key that is used for this one value. The table alone
     * tells nothing.
     */
    byte[] seal(RefreshSecret successor) {
        return xor(pad(), successor.bytes);
    }

    RefreshSecret open(byte[] sealed) {
        return new RefreshSecret(xor(pad(), sealed));
    }

    private byte[] pad() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal("quayside refresh token successor".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] xor(byte[] pad, byte[] value) {
        byte[] result = Arrays.copyOf(pad, BYTES);
        for (int i = 0; i < BYTES; i++) {
            result[i] ^= value[i];
        }
        return result;
    }
}
