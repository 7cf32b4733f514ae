package dev.quayside.order.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The token that gives whoever has it access to one order: an HMAC of the order's id. It is never stored. */
@ApplicationScoped
public class OrderTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec key;

    OrderTokens(@ConfigProperty(name = "quayside.order.token-key") String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "QUAYSIDE_ORDER_TOKEN_KEY must have at least " + SHORTEST_KEY + " characters");
        }
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String of(UUID orderId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal(orderId.toString().getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Whether a token is the order's, in a time that does not tell how much of it is right. */
    boolean matches(UUID orderId, @Nullable String token) {
        return token != null
                && MessageDigest.isEqual(
                        of(orderId).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
