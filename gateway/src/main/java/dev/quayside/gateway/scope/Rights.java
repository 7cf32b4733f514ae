package dev.quayside.gateway.scope;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * The rule for giving rights: what a caller hands out, and whom or what a caller changes, must not go beyond the caller's own scopes.
 * Without the second half a new password or a new secret for somebody mightier would do.
 */
@ApplicationScoped
public class Rights {
    private final Caller caller;

    Rights(Caller caller) {
        this.caller = caller;
    }

    /** Refuses, with a 403 {@code rights_exceeded}, when the caller lacks one of these scopes. */
    public void require(Collection<String> scopes) {
        List<String> missing = scopes.stream()
                .filter(scope -> !caller.has(scope))
                .distinct()
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(
                            GatewayProblem.RIGHTS_EXCEEDED,
                            "you do not have " + String.join(", ", missing) + " yourself; ask somebody who does")
                    .with("missing", missing);
        }
    }
}
