package dev.quayside.gateway.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.stream.Stream;

/** RSA keys that are made once for all tests: each takes a second, longer than all else in a test. */
public final class RsaKeys {
    private static final List<KeyPair> MADE =
            Stream.generate(RsaKeys::make).limit(3).toList();

    private RsaKeys() {}

    /** One of three, none of which is the gateway's own. */
    public static KeyPair get(int index) {
        return MADE.get(index);
    }

    private static KeyPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
