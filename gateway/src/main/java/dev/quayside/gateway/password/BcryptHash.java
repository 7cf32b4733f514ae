package dev.quayside.gateway.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * A bcrypt hash that another shop made.
 *
 * @param text such as {@code $2b$12$}, then 22 characters of salt and 31 of the hash
 */
record BcryptHash(String text) implements StoredHash {
    /** All that bcrypt looks at. Those who make such hashes leave away what is beyond it; the library would refuse it. */
    private static final int BYTES = 72;

    @Override
    public boolean isOf(String password, BlockPool memory) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return OpenBSDBCrypt.checkPassword(text, Arrays.copyOf(bytes, Math.min(bytes.length, BYTES)));
    }

    /** Without the hash: it must not end up in a log. */
    @Override
    public String toString() {
        return "BcryptHash[]";
    }
}
