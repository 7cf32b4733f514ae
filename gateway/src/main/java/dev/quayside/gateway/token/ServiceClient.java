package dev.quayside.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of the shop's services as a client of {@code /oauth/token}.
 *
 * @param secretHash SHA-256 of its secret; the secret itself is not kept
 * @param scopes one for each thing that it may ask of another service
 */
record ServiceClient(String id, String secretHash, Set<String> scopes) {
    ServiceClient {
        scopes = new TreeSet<>(scopes);
    }

    static ServiceClient of(String id, String secret, Set<String> scopes) {
        return new ServiceClient(id, hash(secret), scopes);
    }

    /** Compares in the same time wherever the first difference is. */
    boolean hasSecret(String candidate) {
        return MessageDigest.isEqual(
                secretHash.getBytes(StandardCharsets.US_ASCII), hash(candidate).getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
