package dev.quayside.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The tokens that an operator's own services get to see: who calls, for that one service. The shop's API and every other such service
 * refuse them, so that none of these services can act as those who call it. One is used again for half a minute, because a signature
 * costs more than most calls.
 */
@ApplicationScoped
public class ExtensionTokens {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private record Key(String token, String audience) {}

    private final AccessTokens tokens;
    private final OwnTokenVerifier verifier;
    private final Vertx vertx;
    private final Cache<Key, String> made =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    ExtensionTokens(AccessTokens tokens, OwnTokenVerifier verifier, Vertx vertx) {
        this.tokens = tokens;
        this.verifier = verifier;
        this.vertx = vertx;
    }

    /** The token for an audience in place of one that was let in; it ends when that one does. Does not block. */
    public Future<String> of(String token, String audience) {
        Key key = new Key(token, audience);
        String recent = made.getIfPresent(key);
        return recent != null ? Future.succeededFuture(recent) : vertx.executeBlocking(() -> make(key), false);
    }

    private String make(Key key) {
        String fresh = tokens.extension(
                verifier.accepted(key.token(), Audience.PUBLIC)
                        .orElseThrow(() -> new ProblemException(CommonProblem.UNAUTHENTICATED, "the token has expired")
                                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")),
                key.audience());
        made.put(key, fresh);
        return fresh;
    }
}
