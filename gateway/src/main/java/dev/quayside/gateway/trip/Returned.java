package dev.quayside.gateway.trip;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.provider.AuthorizationAnswer;
import dev.quayside.kit.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A browser that came back from a provider.
 *
 * @param error why the provider sends it back without a code (RFC 6749, 4.1.2.1)
 */
record Returned(
        Ticket ticket, AuthorizationAnswer answer, @Nullable String error) {
    /** Azure's codes have more than a thousand. */
    private static final int LONGEST = 3_000;

    /** Reads a callback; a parameter that comes twice, is too long, or a browser without its cookie is a 400. */
    static Returned read(MultivaluedMap<String, String> query, @Nullable String browser) {
        String state = one(query, "state");
        if (browser == null || state == null || !state.matches(Hashes.FORM)) {
            throw lost();
        }
        String code = one(query, "code");
        return new Returned(
                new Ticket(state, browser),
                new AuthorizationAnswer(code == null ? "" : code, one(query, "iss")),
                one(query, "error"));
    }

    static ProblemException lost() {
        return new ProblemException(
                GatewayProblem.SIGN_IN_NOT_BEGUN, "begin again in this browser, at the page that you came from");
    }

    private static @Nullable String one(MultivaluedMap<String, String> query, String name) {
        List<String> sent = query.getOrDefault(name, List.of());
        if (sent.size() > 1 || sent.stream().anyMatch(value -> value.length() > LONGEST)) {
            throw lost();
        }
        return sent.isEmpty() ? null : sent.get(0);
    }

    /** Without the secrets: they must not end up in a log. */
    @Override
    public String toString() {
        return "Returned[" + error + "]";
    }
}
