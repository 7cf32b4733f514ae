package dev.quayside.gateway.staff;

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
import java.util.UUID;

/**
 * Swaps the token of a member of staff, which names the sign-in and grants nothing, for one with the scopes of this moment. They are
 * asked of the database at most once a second: who is disabled, signed out or loses a role is seen everywhere within a second.
 */
@ApplicationScoped
public class StaffCallers {
    private final StaffAccounts accounts;
    private final OnwardTokens tokens;
    private final RecentAnswers<UUID, String> recent;

    StaffCallers(StaffAccounts accounts, OnwardTokens tokens, Clock clock, Vertx vertx) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.recent = new RecentAnswers<>(vertx, clock);
    }

    /** The token to go on with. Fails with a 401 when the sign-in has ended or the user is disabled. Does not block. */
    public Future<String> exchange(UUID sessionId) {
        return recent.ask(sessionId, () -> lookUp(sessionId))
                .compose(token -> token.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(ended())));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AdminChange changed) {
        recent.forget();
    }

    private Optional<String> lookUp(UUID sessionId) {
        return accounts.allowed(sessionId).map(allowed -> tokens.of(allowed.caller(), allowed.scopes()));
    }

    private static ProblemException ended() {
        return new ProblemException(CommonProblem.UNAUTHENTICATED, "the sign-in has ended; sign in again")
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
