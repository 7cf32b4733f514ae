package dev.quayside.order.keyed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.idempotency.Claim;
import dev.quayside.kit.idempotency.Idempotency;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** The first and the last transaction of work that is asked for with a key. */
@ApplicationScoped
public class KeyedWork {
    private final Idempotency keys;
    private final OnceInTransaction once;
    private final AuditTrail trail;
    private final ObjectMapper json;

    KeyedWork(Idempotency keys, OnceInTransaction once, AuditTrail trail, ObjectMapper json) {
        this.keys = keys;
        this.once = once;
        this.trail = trail;
        this.json = json;
    }

    /** Transaction 1: the key's row and what the work begins with. Of a key that is known there is nothing to begin. */
    public Claim begin(IdempotencyKey key, UUID subject, Runnable beginning) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Claim claim = keys.claim(key, subject);
            if (claim.state() == Claim.State.FRESH) {
                beginning.run();
            } else {
                trail.nothingNew();
            }
            return claim;
        });
    }

    /** Keeps a final refusal as the key's answer, and throws it, unless the key has another answer by now: then that is given. */
    public StoredAnswer refuse(IdempotencyKey key, ProblemException refused) {
        return once.run(key, () -> {
            throw refused;
        });
    }

    /** The last transaction: the answer for the key. The first answer stays. */
    public StoredAnswer finish(IdempotencyKey key, UUID subject, Supplier<StoredAnswer> outcome) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Claim claim = keys.claim(key, subject);
            if (claim.state() == Claim.State.FINISHED) {
                return Objects.requireNonNull(claim.answer());
            }
            StoredAnswer answer = outcome.get();
            keys.finish(key, answer);
            return answer;
        });
    }

    /** An answer as it is stored, and as it is given when it is not the last word. */
    public StoredAnswer answer(int status, Object body) {
        try {
            return StoredAnswer.first(status, json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }
}
