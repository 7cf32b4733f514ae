package dev.quayside.gateway.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** An Argon2id hash with what it was made with, so that old ones stay readable when the cost is raised. */
final class Argon2Hash implements StoredHash {
    private static final int BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] value;

    private Argon2Hash(Argon2Cost cost, byte[] salt, byte[] value) {
        this.cost = cost;
        this.salt = salt;
        this.value = value;
    }

    static Argon2Hash of(String password, byte[] salt, Argon2Cost cost, BlockPool memory) {
        return new Argon2Hash(cost, salt, new byte[BYTES]).ofOther(password, memory);
    }

    /** Reads a PHC string. */
    static Argon2Hash parse(String text) {
        Matcher phc = PHC.matcher(text);
        if (!phc.matches()) {
            throw new IllegalStateException("a stored password hash is not an Argon2id PHC string");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        Argon2Cost cost = new Argon2Cost(
                Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)), Integer.parseInt(phc.group(3)));
        return new Argon2Hash(cost, base64.decode(phc.group(4)), base64.decode(phc.group(5)));
    }

    /** Compares in the same time wherever the first difference is. */
    @Override
    public boolean isOf(String password, BlockPool memory) {
        return MessageDigest.isEqual(value, ofOther(password, memory).value);
    }

    /** Whether one that is made with this cost, and a salt of so many bytes, is of the same making. */
    boolean isMadeWith(Argon2Cost today, int saltBytes) {
        return cost.equals(today) && salt.length == saltBytes && value.length == BYTES;
    }

    /** Another password's hash with the same salt and cost. */
    private Argon2Hash ofOther(String password, BlockPool memory) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] computed = new byte[value.length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), computed);
        return new Argon2Hash(cost, salt, computed);
    }

    /** The PHC string. */
    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.iterations() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(value);
    }
}
