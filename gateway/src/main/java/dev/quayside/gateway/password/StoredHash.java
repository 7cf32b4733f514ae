package dev.quayside.gateway.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/** The hash of a password as it is stored: Argon2id, or bcrypt where another shop made it and its owner has not signed in since. */
sealed interface StoredHash permits Argon2Hash, BcryptHash {
    /** Reads what is stored. */
    static StoredHash parse(String text) {
        return text.startsWith("$2") ? new BcryptHash(text) : Argon2Hash.parse(text);
    }

    /**
     * Whether it is this password's. Costs as much as it did to make it.
     *
     * @param memory what Argon2 works in, used again by the next
     */
    boolean isOf(String password, BlockPool memory);
}
