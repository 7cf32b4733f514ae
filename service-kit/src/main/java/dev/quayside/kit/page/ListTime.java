package dev.quayside.kit.page;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Times that a list is asked for by: of the years 1 to 9999, which is what RFC 3339 can write. Java knows a thousand million years
 * either way, which PostgreSQL does not.
 */
public final class ListTime {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final int DAY_LENGTH = 10;

    private ListTime() {}

    /** A filter's time, or a day that stands for its first instant in UTC; anything else is a 400 {@code invalid_parameter}. */
    public static Instant filter(String name, String text) {
        try {
            return bounded(
                    text.length() == DAY_LENGTH
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeException unreadable) {
            throw new ProblemException(
                    CommonProblem.INVALID_PARAMETER,
                    name + ": must be a time such as 2026-01-31T12:00:00Z, or a day such as 2026-01-31");
        }
    }

    /** A time as {@link Instant} writes it. */
    static Instant parse(String text) {
        return bounded(Instant.parse(text));
    }

    private static Instant bounded(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("not of the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return time;
    }
}
