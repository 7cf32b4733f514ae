package dev.quayside.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem;
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
    private final ObjectMapper json;

    OnceInTransaction(Idempotency keys, EntityManager database, ObjectMapper json) {
        this.keys = keys;
        this.database = database;
        this.json = json;
    }

    /**
     * Runs the work, or gives the answer of the request that did. A second request waits up to 5 s for the first, then gets a 409
     * {@code request_in_progress}. The work's own problem rolls everything back; a final 4xx is kept as the key's answer.
     */
    public StoredAnswer run(IdempotencyKey key, Supplier<StoredAnswer> work) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> claimAndRun(key, work));
        } catch (LockTimeoutException | jakarta.persistence.LockTimeoutException waitedTooLong) {
            throw new ProblemException(
                    CommonProblem.REQUEST_IN_PROGRESS, "ask again in a few seconds, with the same key");
        } catch (ProblemException problem) {
            if (isFinal(problem)) {
                QuarkusTransaction.requiringNew().run(() -> keep(key, problem));
            }
            throw problem;
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

    private void keep(IdempotencyKey key, ProblemException problem) {
        if (keys.claim(key, Ids.next()).state() != Claim.State.FRESH) {
            return;
        }
        try {
            String body = json.writeValueAsString(Problem.of(problem, null, null));
            keys.finish(key, StoredAnswer.first(problem.code().status(), body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }

    /** A conflict of keys says nothing of the work, and a 429 or 5xx may be gone the next time. */
    private static boolean isFinal(ProblemException problem) {
        int status = problem.code().status();
        return status >= 400
                && status < 500
                && status != 429
                && problem.code() != CommonProblem.REQUEST_IN_PROGRESS
                && problem.code() != CommonProblem.IDEMPOTENCY_KEY_REUSED;
    }
}
