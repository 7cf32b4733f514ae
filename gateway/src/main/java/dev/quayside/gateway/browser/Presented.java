package dev.quayside.gateway.browser;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** A refresh token that was sent, in the body or by cookie; its successor goes back the same way. */
public record Presented(String token, boolean byCookie) {

    /** How the successor is delivered. */
    public Visit visit() {
        return new Visit(byCookie, null, false);
    }

    /** Uses the token. A cookie whose token is not good any longer is taken away with the answer. */
    public <T> T use(Function<String, T> use) {
        try {
            return use.apply(token);
        } catch (ProblemException e) {
            throw byCookie && e.code() == GatewayProblem.INVALID_REFRESH_TOKEN
                    ? e.withHeader(HttpHeaders.SET_COOKIE, Cookies.noRefresh())
                    : e;
        }
    }

    /** The answer to the end of the sign-in, which takes the cookie away. */
    public Response.ResponseBuilder end(Response.ResponseBuilder answer) {
        return byCookie ? answer.header(HttpHeaders.SET_COOKIE, Cookies.noRefresh()) : answer;
    }

    /** Without the token: a request may end up in a log. */
    @Override
    public String toString() {
        return "Presented[byCookie=" + byCookie + "]";
    }
}
