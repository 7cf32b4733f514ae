package dev.quayside.payment.listing;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The condition of a list's query. Values are always parameters; one that cannot be read is a 400 {@code invalid_parameter}. */
public final class Conditions {
    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    public void and(String condition) {
        conditions.add(condition);
    }

    public void and(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    /** Only what stands after the query's cursor, in a list that is sorted by a time and then by id. */
    public void after(String time, ListQuery query) {
        Cursor cursor = query.cursor();
        if (cursor != null) {
            String past = query.descending() ? "<" : ">";
            and("(" + time + " " + past + " :key or (" + time + " = :key and id " + past + " :after))");
            parameters.put("key", cursor.time());
            parameters.put("after", cursor.id());
        }
    }

    /** The query of a page: the condition with its order. */
    public String sorted(String time, ListQuery query) {
        String direction = query.descending() ? " desc" : "";
        return where() + " order by " + time + direction + ", id" + direction;
    }

    public String where() {
        return String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    /** The values of a filter that takes one or more of an enum's, in lower case and separated by commas. */
    public static <E extends Enum<E>> List<E> anyOf(String name, String value, E[] known) {
        return Arrays.stream(value.split(",", -1))
                .map(wanted -> Arrays.stream(known)
                        .filter(one -> wire(one).equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> invalid(name, "one or more of " + names(known))))
                .toList();
    }

    public static ProblemException invalid(String name, String expected) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, name + ": must be " + expected);
    }

    private static String names(Enum<?>[] known) {
        return String.join(", ", Arrays.stream(known).map(Conditions::wire).toList());
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
