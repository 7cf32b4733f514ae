package dev.quayside.gateway.limit;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a caller stands with one limit, as it is told in the headers of every answer.
 *
 * @param name of the limit
 * @param limit requests that fit into the window
 * @param window seconds until all of them are there again
 * @param remaining requests that are left
 * @param retryAfter seconds until the next request is let through; zero when this one was
 * @param reset seconds until the whole limit is there again
 */
public record Standing(String name, long limit, long window, long remaining, long retryAfter, long reset) {

    static Standing of(Rule rule, Verdict verdict) {
        return new Standing(
                rule.name(),
                rule.capacity(),
                seconds(rule.window()),
                verdict.remaining(),
                verdict.allowed() ? 0 : Math.max(1, seconds(verdict.retryAfter())),
                seconds(verdict.fullIn()));
    }

    public boolean isRefused() {
        return retryAfter > 0;
    }

    /** Whether this one is told rather than another. */
    boolean isTighterThan(Standing other) {
        return isRefused() != other.isRefused() ? isRefused() : remaining < other.remaining;
    }

    /** IETF draft-ietf-httpapi-ratelimit-headers-07, 5; times in whole seconds, rounded up. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("RateLimit-Limit", Long.toString(limit));
        headers.put("RateLimit-Policy", limit + ";w=" + window + ";comment=\"" + name + "\"");
        headers.put("RateLimit-Remaining", Long.toString(remaining));
        headers.put("RateLimit-Reset", Long.toString(reset));
        if (isRefused()) {
            headers.put("Retry-After", Long.toString(retryAfter));
        }
        return headers;
    }

    /** The 429 of a refused try. */
    ProblemException refusal() {
        return new ProblemException(
                        GatewayProblem.TOO_MANY_REQUESTS,
                        "the limit \"" + name + "\" is used up; try again in " + retryAfter
                                + (retryAfter == 1 ? " second" : " seconds"))
                .withHeader("Retry-After", Long.toString(retryAfter));
    }

    /** Whole seconds, rounded up: waiting as long as is said must be enough. */
    public static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
