package dev.quayside.gateway.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.quayside.gateway.mode.DeploymentMode;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

    private final Passwords passwords =
            new Passwords(Argon2Cost.RECOMMENDED, 2, 2, Duration.ofSeconds(30), new SimpleMeterRegistry());

    @Test
    void aPasswordMatchesItsHashAndNoOther() {
        String hash = passwords.hash("correct horse battery");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterz", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void hashesArePhcStringsWithASaltOfTheirOwn() {
        String hash = passwords.hash("correct horse battery");
        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(hash);
    }

    @Test
    void aHashOfAnotherCostIsStillRead() {
        // Made by the reference implementation: argon2 somesalt -id -t 2 -k 256 -p 1, for "password".
        String hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(passwords.matches("password", hash)).isTrue();
    }

    @Test
    void aHashIsRenewedWhenItWasMadeOtherwiseThanTodayAndThereIsRoomForThat() {
        Passwords cheap = new Passwords(CHEAP, 1, 1, Duration.ofSeconds(30), new SimpleMeterRegistry());
        String bcrypt = "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS";
        String ours = cheap.hash("correct horse battery");
        assertThat(cheap.renewed("correct horse battery", ours)).isEmpty();
        assertThat(cheap.renewed("correct horse battery", bcrypt))
                .hasValueSatisfying(renewed -> assertThat(cheap.matches("correct horse battery", renewed))
                        .isTrue());
        assertThat(passwords.renewed("correct horse battery", ours)).isPresent();
        assertThat(new Passwords(CHEAP, 0, 0, Duration.ofMillis(1), new SimpleMeterRegistry())
                        .renewed("correct horse battery", bcrypt))
                .isEmpty();
    }

    @Test
    void productionTakesNoCostBelowWhatIsRecommended() {
        assertThat(Argon2Cost.RECOMMENDED.allowedIn(DeploymentMode.PRODUCTION)).isEqualTo(Argon2Cost.RECOMMENDED);
        assertThat(CHEAP.allowedIn(DeploymentMode.DEVELOPMENT)).isEqualTo(CHEAP);
        for (Argon2Cost cheap : List.of(new Argon2Cost(19_455, 2, 1), new Argon2Cost(19_456, 1, 1))) {
            assertThatThrownBy(() -> cheap.allowedIn(DeploymentMode.PRODUCTION))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("19456");
        }
    }

    @Test
    void whoWaitsTooLongIsSentAwayWithAProblem() {
        assertBusy(new Passwords(CHEAP, 0, 1, Duration.ofMillis(1), new SimpleMeterRegistry()));
    }

    @Test
    void whenEnoughAreWaitingTheNextIsSentAwayAtOnce() throws InterruptedException {
        Passwords full = new Passwords(CHEAP, 0, 1, Duration.ofMinutes(1), new SimpleMeterRegistry());
        Thread waiting = new Thread(() -> assertThatThrownBy(() -> full.hash("any password")));
        waiting.start();
        try {
            await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
            assertBusy(full);
        } finally {
            waiting.interrupt();
            waiting.join();
        }
    }

    private static void assertBusy(Passwords full) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> full.hash("any password"));
        assertThat(refused.code()).isEqualTo(CommonProblem.BUSY);
        assertThat(refused.headers()).containsKey("Retry-After");
    }
}
