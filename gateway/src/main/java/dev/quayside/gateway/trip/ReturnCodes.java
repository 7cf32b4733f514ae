package dev.quayside.gateway.trip;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.provider.ProvenIdentity;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The one-time codes that pages get in place of tokens, which must be in no address. */
@ApplicationScoped
public class ReturnCodes {
    /** A page redeems its code when it has loaded. */
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final ReturnCodeRepository codes;
    private final Clock clock;

    ReturnCodes(ReturnCodeRepository codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Transactional
    String issue(ProvenIdentity proven, String challenge) {
        String code = Hashes.random();
        codes.persist(new ReturnCode(code, challenge, proven, clock.instant(), LIFE));
        return code;
    }

    /** Who came back. A code is gone after its first use, right or wrong, and of two at the same time one has it. */
    @Transactional
    public Optional<ProvenIdentity> take(String code, String verifier) {
        String hash = Hashes.of(code);
        return codes.findByIdOptional(hash)
                .filter(found -> codes.delete("hash", hash) == 1)
                .filter(found -> found.fits(verifier, clock.instant()))
                .map(ReturnCode::proven);
    }

    @Transactional
    void deleteOver() {
        codes.delete("expiresAt <= ?1", clock.instant());
    }

    /** The answer to a code that is good for nothing. */
    public static ProblemException invalid() {
        return new ProblemException(
                GatewayProblem.INVALID_SIGN_IN_CODE, "it was used, is over, or the verifier is another's; begin again");
    }
}
