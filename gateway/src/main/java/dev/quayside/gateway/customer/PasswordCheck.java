package dev.quayside.gateway.customer;

import dev.quayside.gateway.limit.AccountLimits;
import dev.quayside.gateway.password.Passwords;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.SignedIn;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks a signed-in customer for the password once more, before what a stolen access token must not do; one who has none must have
 * signed in a short while ago.
 */
@ApplicationScoped
public class PasswordCheck {
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Passwords passwords;
    private final AccountLimits limits;
    private final SessionService sessions;
    private final SignedIn caller;

    PasswordCheck(
            Accounts accounts, Passwords passwords, AccountLimits limits, SessionService sessions, SignedIn caller) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.sessions = sessions;
        this.caller = caller;
    }

    /**
     * Hashes once: 422 {@code wrong_password}; 403 {@code recent_sign_in_required} from an account without one; 404 when the account is
     * gone; 429; 503 while too many passwords are hashed.
     */
    public CheckedPassword check(UUID customer, @Nullable String password) {
        limits.beforePassword(customer);
        Accounts.Credentials found = accounts.credentials(customer).orElseThrow(CustomerRepository::gone);
        String hash = found.passwordHash();
        if (hash == null) {
            requireRecentSignIn();
        } else if (password == null) {
            throw ProblemException.invalidField("currentPassword", "not_null", "must not be null");
        } else if (!passwords.matches(password, hash)) {
            throw wrong();
        }
        return new CheckedPassword(customer, hash);
    }

    private void requireRecentSignIn() {
        if (caller.session().filter(id -> sessions.isLiveSince(id, RECENT)).isEmpty()) {
            throw new ProblemException(
                    GatewayProblem.RECENT_SIGN_IN_REQUIRED,
                    "sign in again and repeat it within " + RECENT.toMinutes() + " minutes");
        }
    }

    /** The answer to a password that is not, or no longer, the account's. */
    public static ProblemException wrong() {
        String message = "is not the account's password";
        return new ProblemException(
                GatewayProblem.WRONG_PASSWORD,
                "currentPassword " + message,
                List.of(new Problem.FieldError("currentPassword", "wrong_password", message)));
    }
}
