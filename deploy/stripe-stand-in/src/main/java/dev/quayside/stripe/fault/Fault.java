package dev.quayside.stripe.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Json;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One fault to come.
 *
 * @param method the HTTP method, or {@code *}
 * @param path the path, in which {@code *} stands for anything
 * @param times how many calls it hits
 * @param afterEffect whether Stripe has done the work by the time it goes wrong
 * @param delayMillis how long the caller waits for it
 */
public record Fault(FaultKind kind, String method, String path, int times, boolean afterEffect, long delayMillis) {

    /** A body that asks for something that there is not is an IllegalArgumentException. */
    static Fault of(ObjectNode body) {
        FaultKind kind = FaultKind.valueOf(body.path("kind").asText().toUpperCase(Locale.ROOT));
        boolean afterEffect = body.path("afterEffect").asBoolean(false);
        if (afterEffect && !kind.canFollowEffect()) {
            throw new IllegalArgumentException(kind.wire() + " comes before Stripe does anything: no afterEffect");
        }
        return new Fault(
                kind,
                body.path("method").asText("*").toUpperCase(Locale.ROOT),
                body.path("path").asText("*"),
                body.path("times").asInt(kind == FaultKind.OUTAGE ? Integer.MAX_VALUE : 1),
                afterEffect || kind == FaultKind.CUT_REPLY,
                body.path("delayMillis").asLong(0));
    }

    boolean hits(String calledMethod, String calledPath) {
        return (method.equals("*") || method.equals(calledMethod)) && matches(calledPath);
    }

    private boolean matches(String calledPath) {
        String pattern = Pattern.quote(path).replace("*", "\\E.*\\Q");
        return Pattern.matches(pattern, calledPath);
    }

    Fault left(int rest) {
        return new Fault(kind, method, path, rest, afterEffect, delayMillis);
    }

    /** Whether the call reaches the work at all. */
    public boolean executes() {
        return afterEffect || kind.alwaysExecutes();
    }

    ObjectNode json() {
        return Json.object()
                .put("kind", kind.wire())
                .put("method", method)
                .put("path", path)
                .put("times", times)
                .put("afterEffect", afterEffect)
                .put("delayMillis", delayMillis);
    }
}
