package dev.quayside.catalog.product;

import dev.quayside.kit.problem.Problem.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times in requests: RFC 3339 with an offset, of the years 1970 to 9999, kept to the microsecond. */
public final class Moments {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private Moments() {}

    /** The time that the text means; null for none, and for one that is reported as an error. */
    public static @Nullable Instant read(String field, @Nullable String text, List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException malformed) {
            errors.add(invalid(field));
            return null;
        }
        errors.add(invalid(field));
        return null;
    }

    private static FieldError invalid(String field) {
        return new FieldError(
                field,
                "not_a_time",
                "must be a time such as 2026-01-31T12:00:00Z, of the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }
}
