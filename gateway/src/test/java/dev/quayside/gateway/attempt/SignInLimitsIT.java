package dev.quayside.gateway.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quayside.gateway.limit.Counting;
import dev.quayside.gateway.limit.Standings;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.testing.Together;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing at accounts, with the limits as they are in a shop. */
@GatewayTest
class SignInLimitsIT {
    private final String email = UUID.randomUUID() + "@example.com";
    private final String home = "home-" + UUID.randomUUID();

    @Inject
    RedisTries shared;

    @Inject
    LocalTries local;

    @Inject
    Counting counting;

    @Inject
    Standings standings;

    @Inject
    KnownPlaces places;

    @Inject
    DataSource database;

    private SignInLimits limits;

    @BeforeEach
    void limits() {
        limits = new SignInLimits(new Tries(shared, local, counting, standings, 1), places);
    }

    @Test
    void anAccountIsGuessedAtFiveTimesFromTheWholeWorldAndThenWaits() {
        IntStream.range(0, 5).forEach(i -> wrong(at(email, "10.0." + i + "." + UUID.randomUUID())));
        ProblemException refused = refused(() -> at(email, stranger()));
        assertThat(refused.code()).isEqualTo(GatewayProblem.TOO_MANY_REQUESTS);
        assertThat(Integer.parseInt(refused.headers().get("Retry-After"))).isPositive();
        assertThatCode(() -> right(at("other-" + email, stranger()))).doesNotThrowAnyException();
    }

    @Test
    void guessesThatComeAllAtOnceAreCountedToo() {
        AtomicInteger guesses = new AtomicInteger();
        Together.times(24, () -> {
            guess(guesses);
            return true;
        });
        // One more for each wait that has passed meanwhile.
        assertThat(guesses.get()).isBetween(5, 9);
    }

    @Test
    void theOwnerGetsInFromAKnownAddressWhileStrangersGuess() {
        right(at(email, home));
        IntStream.range(0, 5).forEach(i -> wrong(at(email, stranger())));
        assertThat(refused(() -> at(email, stranger())).code().status()).isEqualTo(429);
        right(at(email, home));
        wrong(at(email, home));
        right(at(email, home));
    }

    @Test
    void theOwnerGetsInWhileANeighbourOnTheSameAddressGuessesAtOthers() {
        right(at(email, home));
        IntStream.range(0, 30).forEach(i -> wrong(at(UUID.randomUUID() + "@example.com", home)));
        assertThat(refused(() -> at(UUID.randomUUID() + "@example.com", home))
                        .code()
                        .status())
                .isEqualTo(429);
        right(at(email, home));
    }

    @Test
    void theOwnersBrowserGetsInWhileANeighbourGuessesAtThisVeryAccount() {
        SignInTry browser = SignInTry.of("customer", email, home, "device-1");
        right(browser);
        IntStream.range(0, 10).forEach(i -> wrong(at(email, home)));
        assertThat(refused(() -> at(email, home)).code().status()).isEqualTo(429);
        right(browser);
        right(SignInTry.of("customer", email, stranger(), "device-1"));
    }

    @Test
    void aKnownPlaceOfOneAccountIsNoneOfAnother() {
        right(at(email, home));
        IntStream.range(0, 5).forEach(i -> wrong(at("other-" + email, home)));
        assertThat(refused(() -> at("other-" + email, home)).code().status()).isEqualTo(429);
        assertThat(SignInTry.of("staff", email, home, null).knownTo(places)).isEmpty();
    }

    @Test
    void signingInToOnesOwnAccountDoesNotWashGuessesClean() {
        String own = "own-" + email;
        IntStream.range(0, 29).forEach(i -> wrong(at(UUID.randomUUID() + "@example.com", home)));
        right(at(own, home));
        wrong(at(UUID.randomUUID() + "@example.com", home));
        assertThat(refused(() -> at(UUID.randomUUID() + "@example.com", home))
                        .code()
                        .status())
                .isEqualTo(429);
    }

    @Test
    void aTryThatToldNothingIsNotCounted() {
        for (int i = 0; i < 8; i++) {
            ProblemException busy = catchThrowableOfType(
                    ProblemException.class,
                    () -> limits.signIn(at(email, home), () -> {
                        throw new ProblemException(CommonProblem.BUSY, "try again in a moment");
                    }));
            assertThat(busy.code()).isEqualTo(CommonProblem.BUSY);
        }
    }

    @Test
    void whoForgetsAPasswordMayTryAgainAfterSigningIn() {
        IntStream.range(0, 4).forEach(i -> wrong(at(email, home)));
        right(at(email, home));
        IntStream.range(0, 5).forEach(i -> wrong(at(email, stranger())));
    }

    @Test
    void registrationsAreCountedPerAccountAndPerAddress() {
        IntStream.range(0, 5).forEach(i -> limits.beforeRegister(at(email, stranger())));
        assertThat(registrationRefused(() -> at(email, stranger()))).isEqualTo(429);
        IntStream.range(0, 20).forEach(i -> limits.beforeRegister(at(UUID.randomUUID() + "@example.com", home)));
        assertThat(registrationRefused(() -> at(UUID.randomUUID() + "@example.com", home)))
                .isEqualTo(429);
    }

    @Test
    void mailsThatResetAPasswordAreFewAndTheOwnersPlaceHasItsOwn() {
        limits.registered(at(email, home));
        IntStream.range(0, 3).forEach(i -> limits.beforeReset(at(email, stranger())));
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> limits.beforeReset(at(email, stranger())));
        assertThat(Integer.parseInt(refused.headers().get("Retry-After"))).isBetween(20, 60);
        assertThatCode(() -> limits.beforeReset(at(email, home))).doesNotThrowAnyException();
    }

    @Test
    void placesAreHashesTheTwentyLatestAreKeptAndAllForgottenWithTheAccount() {
        IntStream.range(0, 22).forEach(i -> limits.registered(at(email, "10.1.1." + i)));
        String account = at(email, home).account();
        assertThat(Database.one(database, "select count(*) from known_places where account = ?", account))
                .isEqualTo("20");
        assertThat(Database.one(database, "select string_agg(place, '') from known_places where account = ?", account))
                .doesNotContain("10.1.1");
        Database.update(
                database, "update known_places set seen_at = now() - interval '91 days' where account = ?", account);
        assertThat(at(email, "10.1.1.21").knownTo(places)).isEmpty();
        places.forgetOld();
        assertThat(Database.one(database, "select count(*) from known_places where account = ?", account))
                .isEqualTo("0");
        limits.registered(at(email, home));
        limits.forget(at(email, home));
        assertThat(at(email, home).knownTo(places)).isEmpty();
    }

    private void guess(AtomicInteger guesses) {
        try {
            limits.signIn(at(email, stranger()), () -> {
                guesses.incrementAndGet();
                throw invalid();
            });
        } catch (ProblemException refusedOrWrong) {
            assertThat(refusedOrWrong.code().status()).isIn(401, 429);
        }
    }

    private void right(SignInTry who) {
        assertThat(limits.signIn(who, () -> "in")).isEqualTo("in");
    }

    private void wrong(SignInTry who) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> limits.signIn(who, () -> {
                    throw invalid();
                }));
        assertThat(refused.code()).isEqualTo(GatewayProblem.INVALID_CREDENTIALS);
    }

    /** Guesses on until it has to wait: each guess that a slow machine still gets in makes the wait twice as long. */
    private ProblemException refused(Supplier<SignInTry> who) {
        return untilRefused(() -> limits.signIn(who.get(), () -> {
            throw invalid();
        }));
    }

    private static ProblemException untilRefused(ThrowingCallable attempt) {
        return IntStream.range(0, 12)
                .mapToObj(i -> catchThrowableOfType(ProblemException.class, attempt))
                .filter(problem -> problem != null && problem.code() == GatewayProblem.TOO_MANY_REQUESTS)
                .findFirst()
                .orElseThrow();
    }

    private int registrationRefused(Supplier<SignInTry> who) {
        return untilRefused(() -> limits.beforeRegister(who.get())).code().status();
    }

    private static ProblemException invalid() {
        return new ProblemException(GatewayProblem.INVALID_CREDENTIALS, "check both and try again");
    }

    private static SignInTry at(String email, String address) {
        return SignInTry.of("customer", email, address, null);
    }

    private static String stranger() {
        return "stranger-" + UUID.randomUUID();
    }
}
