package dev.quayside.gateway.password;

/** The hash of a password as it is stored: Argon2id, or bcrypt where another shop made it and its owner has not signed in since. */
sealed interface StoredHash permits Argon2Hash, BcryptHash {
    /** Reads what is stored. */
    static StoredHash parse(String text) {
        return text.startsWith("$2") ? new BcryptHash(text) : Argon2Hash.parse(text);
    }

    /** Whether it is this password's. Costs as much as it did to make it. */
    boolean isOf(String password);
}
