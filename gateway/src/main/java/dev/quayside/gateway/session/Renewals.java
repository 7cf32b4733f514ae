package dev.quayside.gateway.session;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Refreshes sign-ins of any kind: a client sends its token and need not say whose it is. */
@ApplicationScoped
public class Renewals {
    private final SessionService sessions;
    private final List<RenewalAnswer> answers;

    Renewals(SessionService sessions, @All List<RenewalAnswer> answers) {
        this.sessions = sessions;
        this.answers = answers;
    }

    /** The body of the answer; a token that is not good any more is a 401 {@code invalid_refresh_token}. */
    public SignInAnswer refresh(String refreshToken, Device device) {
        return sessions.renew(refreshToken, device)
                .flatMap(this::answer)
                .orElseThrow(() -> new ProblemException(GatewayProblem.INVALID_REFRESH_TOKEN, "sign in again"));
    }

    private Optional<SignInAnswer> answer(Renewal renewal) {
        return answers.stream()
                .filter(answer -> answer.kind() == renewal.subject().kind())
                .findFirst()
                .flatMap(answer -> answer.to(renewal));
    }
}
