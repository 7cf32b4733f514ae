package dev.quayside.gateway.apikey;

import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes API keys by their hashes. */
@ApplicationScoped
class KeyStore {
    /** What a key grants. */
    record Grant(UUID id, String name, List<String> scopes) {}

    private final ApiKeyRepository keys;
    private final Clock clock;

    KeyStore(ApiKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What a key grants, and notes that it was used; empty when it is unknown or revoked. */
    @Transactional
    @ActivateRequestContext
    Optional<Grant> use(String hash) {
        return keys.findByHash(hash).filter(key -> !key.isRevoked()).map(key -> {
            key.used(clock.instant());
            return new Grant(key.id(), key.name(), key.scopes());
        });
    }

    /** Makes this the one key that the environment has granted; earlier ones are revoked. */
    @Transactional
    void setEnvironmentKey(String hash, List<String> scopes) {
        Instant now = clock.instant();
        keys.lockEnvironmentKeys();
        keys.ofEnvironment().stream().filter(key -> !key.keyHash().equals(hash)).forEach(key -> key.revoke(now));
        ApiKey key = keys.findByHash(hash).orElseGet(() -> {
            ApiKey created = new ApiKey(Ids.next(), "administrator", hash, ApiKey.Origin.ENVIRONMENT, now);
            keys.persist(created);
            return created;
        });
        key.grant(scopes);
    }
}
