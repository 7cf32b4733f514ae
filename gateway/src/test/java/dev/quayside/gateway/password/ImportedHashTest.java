package dev.quayside.gateway.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.quayside.kit.problem.ProblemException;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes as other shops have them; those of bcrypt were made by libxcrypt. */
class ImportedHashTest {
    private static final String SALT = "$04$abcdefghijklmnopqrstuu";
    private static final String PLAIN = "qREtd3VJD2QVZbuFskFSLk6eRIrQoOS";
    private static final String NOT_ASCII = "nnkVPrVbS9n1FIkm9sKgqbgoeRIrPJS";
    private static final String LONG = "bzadhGtS2zEF.gu0yd0opP6cVzb.e0i";
    private static final String CUT_INSIDE_A_LETTER = "oVx8RufeJl2sf6nnK3ltb8OHjZZZsny";

    @ParameterizedTest
    @ValueSource(strings = {"$2a", "$2b", "$2y"})
    void bcryptIsReadAsWhoMadeItReadsIt(String kind) {
        assertThat(isOf(kind + SALT + PLAIN, "correct horse battery")).isTrue();
        assertThat(isOf(kind + SALT + PLAIN, "correct horse batterz")).isFalse();
        assertThat(isOf(kind + SALT + PLAIN, "")).isFalse();
        assertThat(isOf(kind + SALT + NOT_ASCII, "Zürich-пароль-密码")).isTrue();
        assertThat(isOf(kind + SALT + NOT_ASCII, "Zurich-пароль-密码")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2a", "$2b", "$2y"})
    void bcryptLooksAtTheFirst72Bytes(String kind) {
        assertThat(isOf(kind + SALT + LONG, "x".repeat(80))).isTrue();
        assertThat(isOf(kind + SALT + LONG, "x".repeat(72))).isTrue();
        assertThat(isOf(kind + SALT + LONG, "x".repeat(71))).isFalse();
        assertThat(isOf(kind + SALT + CUT_INSIDE_A_LETTER, "a".repeat(71) + "étail"))
                .isTrue();
        assertThat(isOf(kind + SALT + CUT_INSIDE_A_LETTER, "a".repeat(71) + "e"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$2b$14$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$2y$10$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=65536,t=10,p=4$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            })
    void whatIsBoundedIsTaken(String hash) {
        assertThat(ImportedHash.require("passwordHash", hash)).isEqualTo(hash);
        assertThat(StoredHash.parse(hash)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "$2x$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$2$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$2b$03$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$2b$15$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoO",
                "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOSS",
                "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS\n",
                "$2b$04$abcdefghijklmnopqrst+uqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$2b$04$abcdefghijklmnopqrstuvqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=65537,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=99999999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=31,t=2,p=4$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=11,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=5$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQxy$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ",
            })
    void anythingElseIsNot(String hash) {
        assertThatThrownBy(() -> ImportedHash.require("passwordHash", hash))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.errors())
                                .extracting("field", "code")
                                .containsExactly(tuple("passwordHash", "unsupported_password_hash")));
    }

    private static boolean isOf(String hash, String password) {
        return StoredHash.parse(hash).isOf(password, new FixedBlockPool(0));
    }
}
