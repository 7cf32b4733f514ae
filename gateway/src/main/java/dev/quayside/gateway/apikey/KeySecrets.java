package dev.quayside.gateway.apikey;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes and ends the secrets of keys; the key's row is locked while that is done. Rotating twice keeps what the first time has promised:
 * when an answer was lost, the script still has its old secret.
 */
@ApplicationScoped
class KeySecrets {
    private static final int MOST_AT_ONCE = 10;
    private static final Duration ENDED_ONES_ARE_KEPT = Duration.ofDays(30);

    private final ApiKeySecretRepository secrets;

    KeySecrets(ApiKeySecretRepository secrets) {
        this.secrets = secrets;
    }

    /** A new secret of a key, which is stored as its hash. */
    String issue(ApiKey key, Instant now) {
        String secret = KeyText.generate();
        secrets.persist(new ApiKeySecret(KeyText.hash(secret), key.id(), now));
        key.hint(KeyText.hint(secret));
        return secret;
    }

    /** A new secret; each that is good now ends after the overlap, or earlier if it was to end earlier. */
    String rotate(ApiKey key, long overlapSeconds, Instant now) {
        secrets.deleteEndedBefore(key.id(), now.minus(ENDED_ONES_ARE_KEPT));
        List<ApiKeySecret> good = secrets.of(key.id()).stream()
                .filter(secret -> secret.isGood(now))
                .toList();
        if (overlapSeconds > 0 && good.size() >= MOST_AT_ONCE) {
            throw new ProblemException(
                    GatewayProblem.TOO_MANY_SECRETS,
                    MOST_AT_ONCE + " of them are; wait for one to end, or rotate with overlapSeconds 0");
        }
        good.forEach(secret -> secret.endAt(now.plusSeconds(overlapSeconds)));
        // A key has one secret without an end; Hibernate would insert the new one first.
        secrets.flush();
        String fresh = issue(key, now);
        key.touch(now);
        return fresh;
    }

    @Nullable
    Instant replacedUntil(UUID keyId) {
        return replacedUntil(List.of(keyId)).get(keyId);
    }

    /** Of each key, until when a secret is good that a rotation has replaced. */
    Map<UUID, Instant> replacedUntil(Collection<UUID> keyIds) {
        return secrets.replacedUntil(keyIds);
    }
}
