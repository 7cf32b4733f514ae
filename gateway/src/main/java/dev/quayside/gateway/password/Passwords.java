package dev.quayside.gateway.password;

import dev.quayside.gateway.mode.DeploymentMode;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes and checks passwords, 40 to 75 ms and 19 MiB each unless more is asked for or another shop made the hash. As many at once as
 * there are cores, and for each of them as many wait as a core serves in a second or so; the next is sent away with a 503, and so is one
 * that waited for too long on a machine that is busy with other things. A flood of sign-ins takes neither the gateway's memory nor its
 * threads. The memory is kept from one hash to the next: as garbage it would stop the whole gateway for a collection every few hashes.
 */
@Singleton
public class Passwords {
    /** The shortest and the longest that are taken. */
    public static final int SHORTEST = 8;

    public static final int LONGEST = 128;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int WAITING_FOR_EACH = 16;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Semaphore admitted;
    private final Semaphore places;
    private final Duration longestWait;
    private final Argon2Cost cost;
    /** One for each place, so whoever has a place finds one. */
    private final Queue<HashMemory> memories = new ConcurrentLinkedQueue<>();

    private final String nobodys;
    private final Timer hashing;

    @Inject
    Passwords(
            @ConfigProperty(name = "quayside.passwords.memory") int memory,
            @ConfigProperty(name = "quayside.passwords.iterations") int iterations,
            @ConfigProperty(name = "quayside.mode") DeploymentMode mode,
            MeterRegistry registry) {
        this(
                new Argon2Cost(memory, iterations, 1).allowedIn(mode),
                Runtime.getRuntime().availableProcessors(),
                WAITING_FOR_EACH * Runtime.getRuntime().availableProcessors(),
                LONGEST_WAIT,
                registry);
    }

    Passwords(Argon2Cost cost, int atOnce, int waiting, Duration longestWait, MeterRegistry registry) {
        this.cost = cost;
        for (int i = 0; i < atOnce; i++) {
            memories.add(new HashMemory(cost));
        }
        this.nobodys = Argon2Hash.of("a password that nobody has", new byte[SALT_BYTES], cost, new HashMemory(cost))
                .text();
        this.admitted = new Semaphore(atOnce + waiting);
        this.places = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
        this.hashing = registry.timer("gateway_password_hash");
    }

    /** The hash to store, as a PHC string. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return bounded(memory -> Argon2Hash.of(password, salt, cost, memory).text());
    }

    /** Whether it is the password of a stored hash. */
    public boolean matches(String password, String stored) {
        StoredHash hash = StoredHash.parse(stored);
        return bounded(memory -> hash.isOf(password, memory));
    }

    /**
     * The hash to store in place of one that has just matched; empty when that is made as they are made now. While too many passwords
     * are hashed it is empty too: the old one is as good until the next time.
     */
    public Optional<String> renewed(String password, String stored) {
        if (StoredHash.parse(stored) instanceof Argon2Hash hash && hash.isMadeWith(cost, SALT_BYTES)) {
            return Optional.empty();
        }
        try {
            return Optional.of(hash(password));
        } catch (ProblemException busy) {
            return Optional.empty();
        }
    }

    /**
     * Takes as long as {@link #matches} with a hash of ours, so that time does not tell whether there is an account. One that another
     * shop made has a time of its own until its owner first signs in.
     */
    public void matchNobody(String password) {
        matches(password, nobodys);
    }

    private <T> T bounded(Function<BlockPool, T> work) {
        if (!admitted.tryAcquire()) {
            throw busy();
        }
        try {
            return inTurn(work);
        } finally {
            admitted.release();
        }
    }

    private <T> T inTurn(Function<BlockPool, T> work) {
        try {
            if (!places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CommonProblem.BUSY, "the gateway is stopping");
        }
        HashMemory memory = memories.remove();
        try {
            return hashing.record(() -> work.apply(memory));
        } finally {
            memories.add(memory);
            places.release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(CommonProblem.BUSY, "try again in a moment").withHeader("Retry-After", "2");
    }
}
