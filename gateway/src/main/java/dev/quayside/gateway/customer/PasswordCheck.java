package dev.quayside.gateway.customer;

import dev.quayside.gateway.limit.AccountLimits;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Asks a signed-in customer for the password once more, before what a stolen access token must not do. */
@ApplicationScoped
public class PasswordCheck {
    private final Accounts accounts;
    private final Passwords passwords;
    private final AccountLimits limits;

    PasswordCheck(Accounts accounts, Passwords passwords, AccountLimits limits) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
    }

    /** Hashes once: 422 {@code wrong_password}; 404 when the account is gone; 429; 503 while too many passwords are hashed. */
    public CheckedPassword check(UUID customer, String password) {
        limits.beforePassword(customer);
        Accounts.Credentials found = accounts.credentials(customer).orElseThrow(CustomerRepository::gone);
        if (!passwords.matches(password, found.passwordHash())) {
            throw wrong();
        }
        return new CheckedPassword(customer, found.passwordHash());
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
