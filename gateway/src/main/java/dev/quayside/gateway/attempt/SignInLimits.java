package dev.quayside.gateway.attempt;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * How often signing in and what is like it may be tried. Strangers are counted per account, against guessing one password, and per
 * address, against trying many accounts; some tries are free, then each waits twice as long as the one before. A place from which the
 * account was signed in to before is counted by itself instead, with short waits: whoever guesses elsewhere does not keep the owner out.
 */
@ApplicationScoped
public class SignInLimits {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Delays LOGIN_ACCOUNT = new Delays("login-account", 5, SECOND, MINUTE.multipliedBy(15), HOUR);
    private static final Delays LOGIN_ADDRESS = new Delays("login-address", 30, SECOND, MINUTE.multipliedBy(5), HOUR);
    private static final Delays LOGIN_PLACE = new Delays("login-known-place", 10, SECOND, MINUTE, HOUR);
    private static final Delays REGISTER_ACCOUNT =
            new Delays("register-account", 5, SECOND, MINUTE.multipliedBy(15), HOUR);
    private static final Delays REGISTER_ADDRESS =
            new Delays("register-address", 20, SECOND, MINUTE.multipliedBy(5), HOUR);
    private static final Delays RESET_ACCOUNT = new Delays("reset-account", 3, MINUTE, HOUR, Duration.ofDays(1));
    private static final Delays RESET_ADDRESS = new Delays("reset-address", 10, SECOND, MINUTE.multipliedBy(5), HOUR);
    private static final Delays RESET_PLACE = new Delays("reset-known-place", 3, MINUTE, HOUR, Duration.ofDays(1));

    private final Tries tries;
    private final KnownPlaces places;

    SignInLimits(Tries tries, KnownPlaces places) {
        this.tries = tries;
        this.places = places;
    }

    /**
     * Makes a try to sign in, whether or not there is such an account; too many are a 429 and are not made. {@code invalid_credentials}
     * stays counted; a success begins the account's count again and makes the place known; any other end told nothing and is not
     * counted.
     */
    public <T> T signIn(SignInTry who, Supplier<T> attempt) {
        Deque<Tries.Taken> taken = new ArrayDeque<>();
        try {
            KnownPlaces.Known known = who.knownPlaces(places);
            known.first().ifPresentOrElse(place -> taken.push(tries.take(LOGIN_PLACE, place)), () -> {
                taken.push(tries.take(LOGIN_ADDRESS, who.address()));
                taken.push(tries.take(LOGIN_ACCOUNT, who.account()));
            });
            T result = attempt.get();
            succeeded(taken);
            note(who, known.toNote());
            return result;
        } catch (RuntimeException e) {
            if (!isGuess(e)) {
                taken.forEach(tries::undo);
            }
            throw e;
        }
    }

    /** Counts a registration, which tells whether an address has an account; too many are a 429. */
    public void beforeRegister(SignInTry who) {
        tries.take(REGISTER_ADDRESS, who.address());
        tries.take(REGISTER_ACCOUNT, who.account());
    }

    /** Makes the place of a new account known. */
    public void registered(SignInTry who) {
        note(who, who.places());
    }

    /** Counts a request for a mail that resets a password, whether or not there is such an account; too many are a 429. */
    public void beforeReset(SignInTry who) {
        who.knownTo(places).ifPresentOrElse(place -> tries.take(RESET_PLACE, place), () -> {
            tries.take(RESET_ADDRESS, who.address());
            tries.take(RESET_ACCOUNT, who.account());
        });
    }

    /** Forgets from where an account was signed in to, when it is closed. */
    public void forget(SignInTry who) {
        places.forget(who.account());
    }

    /** An address' count goes on: one's own account would otherwise wash the guesses at others clean. */
    private void succeeded(Deque<Tries.Taken> taken) {
        taken.forEach(made -> {
            if (made.delays().name().equals(LOGIN_ADDRESS.name())) {
                tries.undo(made);
            } else {
                tries.clear(made);
            }
        });
    }

    private void note(SignInTry who, List<String> found) {
        found.forEach(place -> places.remember(who.account(), place));
    }

    private static boolean isGuess(RuntimeException e) {
        return e instanceof ProblemException problem && problem.code() == GatewayProblem.INVALID_CREDENTIALS;
    }
}
