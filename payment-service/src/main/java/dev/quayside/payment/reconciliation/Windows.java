package dev.quayside.payment.reconciliation;

import dev.quayside.kit.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the window of a request. */
final class Windows {
    private static final Duration LONGEST = Duration.ofDays(92);

    private Windows() {}

    /** The window that was asked for; without a beginning it reaches {@code reach} back, without an end it reaches to now. */
    static Window of(@Nullable StartRequest request, Duration reach, Instant now) {
        Instant to = request == null || request.to() == null ? now : time("to", request.to());
        Instant from = request == null || request.from() == null ? to.minus(reach) : time("from", request.from());
        if (to.isAfter(now)) {
            throw ProblemException.invalidField("to", "in_future", "must not be in the future");
        }
        if (!from.isBefore(to)) {
            throw ProblemException.invalidField("from", "not_before_to", "must be before to");
        }
        if (from.plus(LONGEST).isBefore(to)) {
            throw ProblemException.invalidField("from", "too_long", "must be at most 92 days before to");
        }
        return new Window(from, to);
    }

    /** The beginning, or the latest one that a window up to {@code to} may have. */
    static Instant atMostLongest(Instant from, Instant to) {
        Instant earliest = to.minus(LONGEST);
        return from.isBefore(earliest) ? earliest : from;
    }

    private static Instant time(String field, String text) {
        try {
            // Only UTC, and nothing that PostgreSQL or an id cannot hold.
            if (text.endsWith("Z") && text.length() <= 30) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException unreadable) {
            throw invalid(field);
        }
        throw invalid(field);
    }

    private static ProblemException invalid(String field) {
        return ProblemException.invalidField(field, "invalid", "must be a time such as 2026-01-31T12:00:00Z");
    }
}
