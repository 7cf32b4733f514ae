package dev.quayside.kit.problem;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faults of the database that pass: it is full, restarting or out of reach. The same request may be sent again. */
public final class DatabaseFaults {
    /** Agroal says it in words alone. */
    private static final String NO_CONNECTION_FREE = "acquisition timeout";

    private DatabaseFaults() {}

    /** Whether a fault, or what caused it, is one that passes. */
    public static boolean isUnavailable(Throwable fault) {
        return Stream.<@Nullable Throwable>iterate(fault, t -> t != null, t -> t == null ? null : t.getCause())
                .anyMatch(cause -> cause instanceof SQLException sql && isUnavailable(sql));
    }

    /** PostgreSQL's classes 08 connection, 53 insufficient resources and 57P operator intervention (its manual, appendix A). */
    private static boolean isUnavailable(SQLException fault) {
        String state = fault.getSQLState();
        if (state == null) {
            return String.valueOf(fault.getMessage()).contains(NO_CONNECTION_FREE);
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
}
