package dev.quayside.gateway.token;

import dev.quayside.gateway.testing.RsaKeys;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Keys to sign with that need not be made anew. */
final class Keys {
    private Keys() {}

    /** One that {@link #maker} does not make. */
    static SigningKey first() {
        return key(0);
    }

    /** Makes two in turn: those who make one at the same time have different ones. */
    static Supplier<SigningKey> maker() {
        AtomicInteger made = new AtomicInteger();
        return () -> key(1 + made.getAndIncrement() % 2);
    }

    private static SigningKey key(int index) {
        String encoded = Base64.getMimeEncoder()
                .encodeToString(RsaKeys.get(index).getPrivate().getEncoded());
        try {
            return SigningKey.fromPem("-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
