package dev.quayside.gateway.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quayside.gateway.token.AccessTokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Swaps API keys for staff tokens. A token is kept for half a minute, so a revoked key is refused within a minute even when the
 * revocation and the last look-up cross.
 */
@ApplicationScoped
public class ApiKeys {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final KeyStore store;
    private final AccessTokens tokens;
    private final Vertx vertx;
    private final Cache<String, String> exchanged =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    ApiKeys(KeyStore store, AccessTokens tokens, Vertx vertx) {
        this.store = store;
        this.tokens = tokens;
        this.vertx = vertx;
    }

    /** Whether a bearer token is meant as an API key. */
    public boolean isKey(String token) {
        return KeyText.looksLikeKey(token);
    }

    /** The staff token of a key; empty when it is unknown or revoked. Does not block. */
    public Future<Optional<String>> exchange(String key) {
        if (!KeyText.isWellFormed(key)) {
            return Future.succeededFuture(Optional.empty());
        }
        String hash = KeyText.hash(key);
        String known = exchanged.getIfPresent(hash);
        return known != null
                ? Future.succeededFuture(Optional.of(known))
                : vertx.executeBlocking(() -> lookUp(hash), false);
    }

    private Optional<String> lookUp(String hash) {
        Optional<String> token = store.use(hash).map(grant -> tokens.staff(grant.id(), grant.name(), grant.scopes()));
        token.ifPresent(fresh -> exchanged.put(hash, fresh));
        return token;
    }
}
