package dev.quayside.kit.idempotency;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The keys' rows. Work of one transaction uses {@link OnceInTransaction}; work of several claims the key in its first transaction and
 * finishes it in its last.
 *
 * <p>Two requests with one key meet on the row's primary key: the second waits for the first's transaction to end.
 */
@ApplicationScoped
public class Idempotency {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(3);

    static final int FORGOTTEN_AT_ONCE = 10_000;

    private final EntityManager database;
    private final Clock clock;

    Idempotency(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Claims a key for work about {@code subject}, in the caller's transaction; a key of another body is a 422. */
    @Transactional(TxType.MANDATORY)
    public Claim claim(IdempotencyKey key, UUID subject) {
        Instant now = clock.instant();
        int inserted = database.createNativeQuery("""
                        insert into idempotency_keys (scope, key, request_hash, subject, lease_until, created_at)
                        values (:scope, :key, :hash, :subject, :lease, :now)
                        on conflict on constraint idempotency_keys_pk do nothing""")
                .setParameter("scope", key.scope())
                .setParameter("key", key.key())
                .setParameter("hash", key.requestHash())
                .setParameter("subject", subject)
                .setParameter("lease", now.plus(LEASE))
                .setParameter("now", now)
                .executeUpdate();
        return inserted == 1 ? new Claim(Claim.State.FRESH, subject, null) : existing(key, now);
    }

    /** Stores the answer, in the caller's transaction. The first answer stays. */
    @Transactional(TxType.MANDATORY)
    public void finish(IdempotencyKey key, StoredAnswer answer) {
        database.createNativeQuery("""
                        update idempotency_keys set status = :status, body = :body
                        where scope = :scope and key = :key and status is null""")
                .setParameter("status", answer.status())
                .setParameter("body", answer.body())
                .setParameter("scope", key.scope())
                .setParameter("key", key.key())
                .executeUpdate();
    }

    /** Forgets keys that are older than a caller may count on (72 hours), the oldest first and so many at once. */
    @Transactional
    int forgetOld() {
        return database.createNativeQuery("""
                        delete from idempotency_keys where (scope, key) in (
                            select scope, key from idempotency_keys where created_at < :before
                            order by created_at limit :most)""")
                .setParameter("before", clock.instant().minus(KEPT))
                .setParameter("most", FORGOTTEN_AT_ONCE)
                .executeUpdate();
    }

    private Claim existing(IdempotencyKey key, Instant now) {
        List<?> rows = database.createNativeQuery("""
                        select request_hash, subject, status, body, lease_until from idempotency_keys
                        where scope = :scope and key = :key for update""")
                .setParameter("scope", key.scope())
                .setParameter("key", key.key())
                .getResultList();
        if (rows.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.REQUEST_IN_PROGRESS, "the first request has just failed; send it again");
        }
        Object[] row = (Object[]) rows.get(0);
        if (!row[0].equals(key.requestHash())) {
            throw new ProblemException(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED, "use a new Idempotency-Key for another request");
        }
        if (row[2] != null) {
            StoredAnswer answer = new StoredAnswer((Integer) row[2], (String) row[3], true);
            return new Claim(Claim.State.FINISHED, (UUID) row[1], answer);
        }
        return ((Instant) row[4]).isAfter(now)
                ? new Claim(Claim.State.RUNNING, (UUID) row[1], null)
                : resume(key, row, now);
    }

    private Claim resume(IdempotencyKey key, Object[] row, Instant now) {
        database.createNativeQuery(
                        "update idempotency_keys set lease_until = :lease where scope = :scope and key = :key")
                .setParameter("lease", now.plus(LEASE))
                .setParameter("scope", key.scope())
                .setParameter("key", key.key())
                .executeUpdate();
        return new Claim(Claim.State.RESUMED, (UUID) row[1], null);
    }
}
