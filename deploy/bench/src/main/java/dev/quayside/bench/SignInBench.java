package dev.quayside.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What a sign-in costs, beside the Argon2id hash that it cannot do without, computed by the same library in this process. */
final class SignInBench {
    private static final String PEER = "Argon2id alone";
    /** What the gateway uses unless it is told otherwise: OWASP's first choice for Argon2id. */
    private static final int MEMORY_KIB = 19_456;

    private static final int ITERATIONS = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Enough that no core is without one; more would only wait, and be sent away as {@code busy} in the end. */
    private static final int CALLERS = 2 * CORES;

    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final Shop shop;
    private final Options options;
    private final GatewayProcess gateway;

    SignInBench(Shop shop, Options options) throws IOException {
        this.shop = shop;
        this.options = options;
        this.gateway = GatewayProcess.of(options.data());
    }

    /** One customer at a time, which is what a sign-in costs; then more than there are cores, which is what a rush does to it. */
    void run() throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "Customers sign in again and again, %d s in %d rounds; Argon2id with %d KiB and %d iterations%n",
                options.length().toSeconds(),
                Rounds.COUNT,
                MEMORY_KIB,
                ITERATIONS);
        System.setProperty("http.maxConnections", Integer.toString(CALLERS));
        warmUp();
        compare(1, 1);
        compare(CALLERS, CORES);
    }

    /**
     * A hash is a loop, and compiled after a few; the rest of a sign-in is compiled after some thousands, which would take minutes.
     * Renewals run most of it without a hash, as a shop that has been open for a day has.
     */
    private void warmUp() throws IOException, InterruptedException {
        long start = System.nanoTime();
        String token = shop.refreshToken();
        while (System.nanoTime() - start < WARM_UP.toNanos()) {
            token = shop.renewed(token);
        }
    }

    private void compare(int callers, int hashing) throws IOException, InterruptedException {
        List<Question> signIns = new ArrayList<>();
        URI door = URI.create(options.url() + "/v1/auth/login");
        for (int n = 0; n < callers; n++) {
            signIns.add(Question.post(door, shop.credentials()));
        }
        Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
        contestants.put(PEER + ", " + hashing + " at once", length -> hashing(hashing, length));
        String signIn = "sign-in, " + callers + " at once";
        contestants.put(signIn, length -> signingIn(signIns, length));
        Rounds.report(Rounds.cheapest(contestants, options.length(), () -> {}), PEER + ", " + hashing + " at once");
    }

    /** Says, round by round, how much of a sign-in was the gateway's hash by its own clock. */
    private Cost signingIn(List<Question> signIns, Duration length) throws IOException, InterruptedException {
        HashTimer before = HashTimer.now();
        Cost cost = Cost.of(gateway.handle(), signIns::get, signIns.size(), length);
        System.out.printf(
                Locale.ROOT,
                "%d at once: a sign-in took %.1f ms, %.1f ms of it for the hash%n",
                signIns.size(),
                signIns.size() * 1e3 / cost.perSecond(),
                HashTimer.now().millisEachSince(before));
        return cost;
    }

    /** So many at once, in memory that is kept as it keeps it. */
    private static Cost hashing(int atOnce, Duration length) throws InterruptedException {
        AtomicLong hashes = new AtomicLong();
        BlockPool memory = new FixedBlockPool(atOnce * 2 * MEMORY_KIB);
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        Duration before = Cost.processor(ProcessHandle.current());
        long start = System.nanoTime();
        for (int n = 0; n < atOnce; n++) {
            threads.execute(() -> {
                do {
                    hash(memory);
                    hashes.incrementAndGet();
                } while (System.nanoTime() - start < length.toNanos());
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(length.toMillis() + Question.LONGEST_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("hashing does not end");
        }
        return new Cost(
                hashes.get(),
                Duration.ofNanos(System.nanoTime() - start),
                Cost.processor(ProcessHandle.current()).minus(before));
    }

    private static void hash(BlockPool memory) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(ITERATIONS)
                .withParallelism(1)
                .withSalt(new byte[SALT_BYTES])
                .withBlockPool(memory)
                .build());
        generator.generateBytes("correct horse battery".getBytes(StandardCharsets.UTF_8), new byte[HASH_BYTES]);
    }
}
