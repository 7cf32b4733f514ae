package dev.quayside.gateway.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** How often an account's owner, or somebody who wants to be taken for them, may try what the account hangs on. */
@ApplicationScoped
public class AccountLimits {
    private static final Rule FORGOT_ACCOUNT = new Rule("forgot-account", 5, Duration.ofMinutes(10));
    private static final Rule MAILED_TOKEN = new Rule("mailed-token-address", 30, Duration.ofSeconds(5));
    private static final Rule PASSWORD = new Rule("password-customer", 10, Duration.ofSeconds(30));
    private static final Rule MAIL = new Rule("mail-customer", 5, Duration.ofMinutes(5));
    private static final Rule TRIP = new Rule("provider-trip-address", 30, Duration.ofSeconds(5));
    private static final Rule RETURN = new Rule("provider-return-address", 60, Duration.ofSeconds(2));
    private static final Rule EXPORT = new Rule("export-customer", 5, Duration.ofMinutes(1));

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Limiter limiter;
    private final Standings standings;

    AccountLimits(Limiter limiter, Standings standings) {
        this.limiter = limiter;
        this.standings = standings;
    }

    /** Whether an account's owner is mailed one more link to a new password. Nobody is told that it is not: it is for the mailbox. */
    public boolean mayMailReset(UUID customer) {
        return !take(FORGOT_ACCOUNT, customer.toString()).isRefused();
    }

    /** Counts a try of a mailed token; too many are a 429. */
    public void beforeMailedToken(String address) {
        standings.note(take(MAILED_TOKEN, address));
    }

    /** Counts a try of a signed-in customer's password; too many are a 429. */
    public void beforePassword(UUID customer) {
        standings.note(take(PASSWORD, customer.toString()));
    }

    /** Counts a mail that a customer asks for; too many are a 429. */
    public void beforeMail(UUID customer) {
        standings.note(take(MAIL, customer.toString()));
    }

    /** Counts a browser that is sent to another provider; too many are a 429. */
    public void beforeTrip(String address) {
        standings.note(take(TRIP, address));
    }

    /** Counts a browser that comes back from one, and a code that it brings; too many are a 429. */
    public void beforeReturn(String address) {
        standings.note(take(RETURN, address));
    }

    /** Counts an export of a customer's data; too many are a 429. */
    public void beforeExport(UUID customer) {
        standings.note(take(EXPORT, customer.toString()));
    }

    private Standing take(Rule rule, String subject) {
        return limiter.take(rule, subject).await().atMost(LONGEST_WAIT);
    }
}
