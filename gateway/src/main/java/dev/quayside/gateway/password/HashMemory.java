package dev.quayside.gateway.password;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * What one Argon2 hash at a time works in, kept from one to the next. The library's own pool takes a lock for each of the twenty thousand
 * blocks and wipes each twice, which is a sixth of a hash; here a block is wiped once, when it comes back, so that nothing of a password
 * stays. One thread at a time uses it.
 */
final class HashMemory implements BlockPool {
    /** A block is a KiB; beside those of its memory a hash works with a few more. */
    private static final int BLOCKS_BESIDE = 8;

    /** Keeps nothing: it wipes what it is given, which the library does nowhere else. */
    private final BlockPool eraser = new FixedBlockPool(0);

    private final Deque<Block> kept;
    private final int most;

    HashMemory(Argon2Cost cost) {
        this.most = cost.memory() + BLOCKS_BESIDE;
        this.kept = new ArrayDeque<>(most);
    }

    @Override
    public Block allocate() {
        Block block = kept.pollLast();
        return block == null ? new Block() : block;
    }

    /** A hash that another shop made may have needed more; what is more is not kept. */
    @Override
    public void deallocate(Block block) {
        eraser.deallocate(block);
        if (kept.size() < most) {
            kept.addLast(block);
        }
    }
}
