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
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What a sign-in costs, beside the Argon2id hash that it cannot do without, computed by the same library in this process. */
final class SignInBench {
    private static final String PEER = "Argon2id alone";
    /** What the gateway uses unless it is told otherwise: OWASP's first choice for Argon2id. */
    private static final int MEMORY_KIB = 19_456;

    private static final int ITERATIONS = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Enough that no core is without one; more would only wait, and be sent away as {@code busy} in the end. */
    private static final int CALLERS = 2 * Runtime.getRuntime().availableProcessors();

    private final Shop shop;
    private final Options options;
    private final GatewayProcess gateway;

    SignInBench(Shop shop, Options options) throws IOException {
        this.shop = shop;
        this.options = options;
        this.gateway = GatewayProcess.of(options.data());
    }

    void run() throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%d customers sign in again and again, %d s in %d rounds; Argon2id with %d KiB and %d iterations%n",
                CALLERS,
                options.length().toSeconds(),
                Rounds.COUNT,
                MEMORY_KIB,
                ITERATIONS);
        System.setProperty("http.maxConnections", Integer.toString(CALLERS));
        List<Question> signIns = new ArrayList<>();
        URI door = URI.create(options.url() + "/v1/auth/login");
        for (int n = 0; n < CALLERS; n++) {
            signIns.add(Question.post(door, shop.credentials()));
        }
        Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
        contestants.put(PEER, SignInBench::hashing);
        contestants.put("sign-in", length -> Cost.of(gateway.handle(), signIns::get, CALLERS, length));
        Rounds.report(Rounds.cheapest(contestants, options.length(), () -> {}), PEER);
    }

    /** As many at once as the gateway hashes. */
    private static Cost hashing(Duration length) throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        AtomicLong hashes = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(cores);
        Duration before = Cost.processor(ProcessHandle.current());
        long start = System.nanoTime();
        for (int n = 0; n < cores; n++) {
            threads.execute(() -> {
                do {
                    hash();
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

    private static void hash() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(ITERATIONS)
                .withParallelism(1)
                .withSalt(new byte[SALT_BYTES])
                .build());
        generator.generateBytes("correct horse battery".getBytes(StandardCharsets.UTF_8), new byte[HASH_BYTES]);
    }
}
