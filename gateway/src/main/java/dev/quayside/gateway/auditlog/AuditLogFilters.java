package dev.quayside.gateway.auditlog;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListTime;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What narrows the log: by time, and by what an entry says, each of that one or more values joined by commas. */
final class AuditLogFilters {
    private static final int LONGEST = 2_000;

    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(
            List.of("-createdAt", "createdAt"),
            Set.of("actor", "action", "subjectType", "subjectId", "requestId", "createdAt[gte]", "createdAt[lt]"));

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> parameters = new HashMap<>();

    AuditLogFilters(ListQuery query) {
        query.filters().forEach(this::add);
        Cursor cursor = query.cursor();
        if (cursor != null) {
            conditions.add("(created_at, id) " + (query.descending() ? "<" : ">") + " (:cursorKey, :cursorId)");
            parameters.put("cursorKey", cursor.time());
            parameters.put("cursorId", cursor.id());
        }
    }

    /** The SQL condition. */
    String where() {
        return String.join(" and ", conditions);
    }

    void bind(Query query) {
        parameters.forEach(query::setParameter);
    }

    private void add(String name, String text) {
        switch (name) {
            case "actor" -> anyOf("actor_id", name, text);
            case "action" -> anyOf("action", name, text);
            case "subjectType" -> anyOf("subject_type", name, text);
            case "subjectId" -> anyOf("subject_id", name, text);
            case "requestId" -> anyOf("request_id", name, text);
            case "createdAt[gte]" -> put("created_at >= :from", "from", ListTime.filter(name, text));
            case "createdAt[lt]" -> put("created_at < :until", "until", ListTime.filter(name, text));
            default -> throw new IllegalArgumentException("no condition for the filter " + name);
        }
    }

    private void anyOf(String column, String name, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw invalid(
                    name + ": must be a value, or several joined by commas, of " + LONGEST + " characters at most");
        }
        put(column + " = any(:" + name + ")", name, text.split(",", -1));
    }

    private void put(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
