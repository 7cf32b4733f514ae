package dev.quayside.gateway.apikey;

import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds API keys by the hashes of their secrets, and sets the deployment's own. */
@ApplicationScoped
class KeyStore {
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final ApiKeyRepository keys;
    private final ApiKeySecretRepository secrets;
    private final Clock clock;

    KeyStore(ApiKeyRepository keys, ApiKeySecretRepository secrets, Clock clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What a secret grants; empty when it is unknown or its key is revoked. A use that is let in is noted, to the minute: a busy script
     * does not write a row for each request.
     */
    @Transactional
    @ActivateRequestContext
    Optional<Grant> use(String hash, String address) {
        return secrets.findByIdOptional(hash)
                .flatMap(secret -> keys.findByIdOptional(secret.keyId())
                        .filter(key -> !key.isRevoked())
                        .map(key -> used(key, Grant.of(key, secret), address)));
    }

    private Grant used(ApiKey key, Grant grant, String address) {
        Instant now = now();
        Instant aWhileAgo = now.minus(USE_IS_NOTED_EVERY);
        Instant last = key.lastUsedAt();
        if ((last == null || last.isBefore(aWhileAgo))
                && grant.refusal(now, address).isEmpty()) {
            keys.noteUse(key.id(), address, now, aWhileAgo);
        }
        return grant;
    }

    /** Makes this the one key that the environment has granted; earlier ones are revoked. */
    @Transactional
    void setEnvironmentKey(String hash, List<String> scopes) {
        Instant now = now();
        keys.lockEnvironmentKeys();
        ApiKey current = secrets.findByIdOptional(hash)
                .flatMap(secret -> keys.findByIdOptional(secret.keyId()))
                .orElseGet(() -> environmentKey(hash, now));
        if (!current.isOfEnvironment()) {
            throw new IllegalStateException(AdminApiKey.SETTING + " is the secret of the API key \"" + current.name()
                    + "\", which staff manage; use another");
        }
        keys.ofEnvironment().stream()
                .filter(key -> !key.id().equals(current.id()))
                .forEach(key -> key.revoke(now));
        current.grant(scopes, now);
    }

    private ApiKey environmentKey(String hash, Instant now) {
        ApiKey created = new ApiKey(Ids.next(), "administrator", ApiKey.Origin.ENVIRONMENT, now);
        keys.persistAndFlush(created);
        secrets.persist(new ApiKeySecret(hash, created.id(), now));
        return created;
    }

    private Instant now() {
        return clock.instant();
    }
}
