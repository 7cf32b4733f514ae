package dev.quayside.kit.idempotency;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.function.Supplier;
import org.hibernate.exception.LockTimeoutException;

/** Runs work of one transaction once for a key: the key's row, the work and the answer are committed together. */
@ApplicationScoped
public class OnceInTransaction {
    private final Idempotency keys;
    private final EntityManager database;

    OnceInTransaction(Idempotency keys, EntityManager database) {
        this.keys = keys;
        this.database = database;
    }

    /**
     * Runs the work, or gives the answer of the request that did. A second request waits up to 5 s for the first, then gets a 409
     * {@code request_in_progress}. The work's own problem rolls everything back and leaves no key: a correction may use it again.
     */
    public StoredAnswer run(IdempotencyKey key, Supplier<StoredAnswer> work) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> claimAndRun(key, work));
        } catch (LockTimeoutException | jakarta.persistence.LockTimeoutException waitedTooLong) {
            throw new ProblemException(
                    CommonProblem.REQUEST_IN_PROGRESS, "ask again in a few seconds, with the same key");
        }
    }

    private StoredAnswer claimAndRun(IdempotencyKey key, Supplier<StoredAnswer> work) {
        database.createNativeQuery("set local lock_timeout = '5s'").executeUpdate();
        Claim claim = keys.claim(key, Ids.next());
        if (claim.state() == Claim.State.FINISHED) {
            return Objects.requireNonNull(claim.answer());
        }
        StoredAnswer answer = work.get();
        keys.finish(key, answer);
        return answer;
    }
}
