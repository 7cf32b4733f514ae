package dev.quayside.gateway.apikey;

import dev.quayside.gateway.change.AdminChange;
import dev.quayside.gateway.token.OnwardTokens;
import dev.quayside.gateway.token.RecentAnswers;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.Optional;

/**
 * Swaps API keys for staff tokens. What a key grants is asked of the database at most once a second, so a change or a revocation counts
 * everywhere within a second, and at once where it was made. Expiry and addresses are checked on each call.
 */
@ApplicationScoped
public class ApiKeys {
    private record Known(Grant grant, String token) {}

    private final KeyStore store;
    private final OnwardTokens tokens;
    private final Clock clock;
    private final RecentAnswers<String, Known> recent;

    ApiKeys(KeyStore store, OnwardTokens tokens, Clock clock, Vertx vertx) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
        this.recent = new RecentAnswers<>(vertx, clock);
    }

    /** Whether a bearer token is meant as an API key. */
    public boolean isKey(String token) {
        return KeyText.looksLikeKey(token);
    }

    /**
     * The staff token of a key that is used from an address. Fails with a 401 when the key is unknown, revoked or expired and with a 403
     * when it may not be used from there. Does not block.
     */
    public Future<String> exchange(String key, String address) {
        if (!KeyText.isWellFormed(key)) {
            return Future.failedFuture(unknown());
        }
        String hash = KeyText.hash(key);
        return recent.ask(hash, () -> lookUp(hash, address)).compose(known -> admit(known, address));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AdminChange changed) {
        recent.forget();
    }

    private Optional<Known> lookUp(String hash, String address) {
        return store.use(hash, address).map(grant -> new Known(grant, tokens.of(grant.caller(), grant.scopes())));
    }

    private Future<String> admit(Optional<Known> known, String address) {
        if (known.isEmpty()) {
            return Future.failedFuture(unknown());
        }
        return known.get()
                .grant()
                .refusal(clock.instant(), address)
                .<Future<String>>map(Future::failedFuture)
                .orElseGet(() -> Future.succeededFuture(known.get().token()));
    }

    private static ProblemException unknown() {
        return new ProblemException(CommonProblem.UNAUTHENTICATED, "the API key is unknown or revoked")
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
