package dev.quayside.gateway.limit;

import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** How often an account's owner, or somebody who wants to be taken for them, may try what the account hangs on. */
@ApplicationScoped
public class AccountLimits {
    private static final Rule FORGOT_ADDRESS = new Rule("forgot-address", 20, Duration.ofSeconds(30));
    private static final Rule FORGOT_ACCOUNT = new Rule("forgot-account", 5, Duration.ofMinutes(10));
    private static final Rule MAILED_TOKEN = new Rule("mailed-token-address", 30, Duration.ofSeconds(5));
    private static final Rule PASSWORD = new Rule("password-customer", 10, Duration.ofSeconds(30));
    private static final Rule MAIL = new Rule("mail-customer", 5, Duration.ofMinutes(5));
    private static final Rule EXPORT = new Rule("export-customer", 5, Duration.ofMinutes(1));

    private final Limiter limiter;

    AccountLimits(Limiter limiter) {
        this.limiter = limiter;
    }

    /** Counts a wish for a new password, whether or not there is such an account; too many are a 429. */
    public void beforeForgot(String address) {
        limiter.take(FORGOT_ADDRESS, address);
    }

    /** Whether an account's owner is mailed one more link to a new password. Nobody is told that it is not: it is for the mailbox. */
    public boolean mayMailReset(UUID customer) {
        try {
            limiter.take(FORGOT_ACCOUNT, customer.toString());
            return true;
        } catch (ProblemException enough) {
            return false;
        }
    }

    /** Counts a try of a mailed token; too many are a 429. */
    public void beforeMailedToken(String address) {
        limiter.take(MAILED_TOKEN, address);
    }

    /** Counts a try of a signed-in customer's password; too many are a 429. */
    public void beforePassword(UUID customer) {
        limiter.take(PASSWORD, customer.toString());
    }

    /** Counts a mail that a customer asks for; too many are a 429. */
    public void beforeMail(UUID customer) {
        limiter.take(MAIL, customer.toString());
    }

    /** Counts an export of a customer's data; too many are a 429. */
    public void beforeExport(UUID customer) {
        limiter.take(EXPORT, customer.toString());
    }
}
