package dev.quayside.gateway.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.junit.jupiter.api.Test;

class HashMemoryTest {
    private static final Argon2Cost CHEAP = new Argon2Cost(256, 2, 1);
    /** Made by the reference implementation: argon2 somesalt -id -t 2 -k 256 -p 1, for "password". */
    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    @Test
    void aHashIsTheSameWhateverWasHashedInItsMemoryBefore() {
        HashMemory memory = new HashMemory(CHEAP);
        Argon2Hash hash = Argon2Hash.parse(REFERENCE);
        for (int lanes = 1; lanes <= 3; lanes++) {
            assertThat(hash.isOf("password", memory)).isTrue();
            assertThat(hash.isOf("passwort", memory)).isFalse();
            Argon2Hash.of("a longer password", new byte[16], new Argon2Cost(1024, 1, lanes), memory);
        }
        assertThat(hash.isOf("password", memory)).isTrue();
    }

    @Test
    void whatComesBackIsUsedAgainUpToWhatOneHashOfOursNeeds() {
        HashMemory memory = new HashMemory(new Argon2Cost(8, 1, 1));
        Block[] blocks = IntStream.range(0, 20).mapToObj(i -> memory.allocate()).toArray(Block[]::new);
        for (Block block : blocks) {
            memory.deallocate(block);
        }
        Block[] again = IntStream.range(0, 20).mapToObj(i -> memory.allocate()).toArray(Block[]::new);
        assertThat(again).contains(blocks[0], blocks[15]).doesNotContain(blocks[16], blocks[19]);
    }
}
