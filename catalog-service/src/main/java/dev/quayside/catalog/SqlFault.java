package dev.quayside.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL said when it refused a statement.
 *
 * @param state the SQLSTATE
 * @param constraint the name of the violated constraint, empty if it was none
 * @param value the value that collided, as PostgreSQL shows it, or empty
 */
public record SqlFault(String state, String constraint, String value) {
    public static final String DEADLOCK = "40P01";
    public static final String LOCK_TIMEOUT = "55P03";

    private static final Pattern KEY = Pattern.compile("\\)=\\((.*)\\)");

    /** The fault behind an exception, wherever in its causes, or empty if PostgreSQL is not the reason. */
    public static Optional<SqlFault> behind(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, t -> t != null, t -> t == null ? null : t.getCause())
                .limit(20)
                .filter(PSQLException.class::isInstance)
                .map(PSQLException.class::cast)
                .findFirst()
                .map(SqlFault::of);
    }

    private static SqlFault of(PSQLException fault) {
        ServerErrorMessage server = fault.getServerErrorMessage();
        String constraint = server == null ? null : server.getConstraint();
        return new SqlFault(String.valueOf(fault.getSQLState()), constraint == null ? "" : constraint, value(server));
    }

    private static String value(@Nullable ServerErrorMessage server) {
        String detail = server == null ? null : server.getDetail();
        Matcher key = KEY.matcher(detail == null ? "" : detail);
        return key.find() ? key.group(1) : "";
    }
}
