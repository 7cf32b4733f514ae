package dev.quayside.gateway.identity;

import dev.quayside.gateway.provider.ProvenIdentity;
import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.trip.ReturnCodes;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Signs customers in by the one-time codes that they come back from a provider with. */
@ApplicationScoped
class ProviderSignIn {
    private static final int TRIES = 3;

    private final ReturnCodes codes;
    private final Entrance entrance;

    ProviderSignIn(ReturnCodes codes, Entrance entrance) {
        this.codes = codes;
        this.entrance = entrance;
    }

    /** A 400 {@code invalid_sign_in_code}; the code is gone then, and after whatever else comes of it. */
    Entered enter(CodeRequest request, Device device) {
        ProvenIdentity proven =
                codes.take(request.code(), request.codeVerifier()).orElseThrow(ReturnCodes::invalid);
        return repeated(() -> entrance.enter(proven, device));
    }

    /** Whoever loses a race finds on the next try what the winner has made. */
    static <T> T repeated(Supplier<T> work) {
        ProblemException busy = new ProblemException(CommonProblem.BUSY, "begin again").withHeader("Retry-After", "2");
        for (int i = 0; i < TRIES; i++) {
            try {
                return work.get();
            } catch (LostRace e) {
                busy.addSuppressed(e);
            }
        }
        throw busy;
    }
}
