package dev.quayside.kit.page;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a list is asked for: {@code limit}, {@code page} or {@code cursor}, {@code sort}, and the list's own filters.
 *
 * @param limit rows a page, 1 to 100
 * @param number the page asked for from 1 to 100, or null when walking by cursor
 * @param cursor where to go on, or null at the start
 * @param sort the sort key, with a leading {@code -} for descending
 * @param filters the filters that were given, by name, each value as sent
 */
public record ListQuery(
        int limit, @Nullable Integer number, @Nullable Cursor cursor, String sort, Map<String, String> filters) {
    private static final int DEFAULT_LIMIT = 24;
    private static final int MOST_ROWS = 100;
    private static final int MOST_PAGES = 100;
    private static final Set<String> OWN = Set.of("limit", "page", "cursor", "sort");
    private static final Pattern MEMBER = Pattern.compile("([A-Za-z]+)\\[([^\\[\\]\\p{Cc}\\p{Cs}]{1,50})]");

    /**
     * What one list allows.
     *
     * @param sorts the first is the default
     * @param filters by their whole name
     * @param families filters that the caller names a part of: {@code options} stands for {@code options[size]} and all its like
     * @param aliases other words for a sort
     */
    public record Allowed(List<String> sorts, Set<String> filters, Set<String> families, Map<String, String> aliases) {
        public Allowed(List<String> sorts, Set<String> filters) {
            this(sorts, filters, Set.of(), Map.of());
        }

        private boolean knows(String name) {
            return OWN.contains(name) || filters.contains(name) || isOfFamily(name);
        }

        private boolean isOfFamily(String name) {
            Matcher member = MEMBER.matcher(name);
            return member.matches() && families.contains(member.group(1));
        }

        private String known() {
            Set<String> known = new TreeSet<>(OWN);
            known.addAll(filters);
            families.forEach(family -> known.add(family + "[…]"));
            return String.join(", ", known);
        }

        private String sort(String text) {
            String sort = aliases.getOrDefault(text, text);
            if (!sorts.contains(sort)) {
                List<String> known = Stream.concat(
                                sorts.stream(), aliases.keySet().stream().sorted())
                        .toList();
                throw invalid("sort: unknown; known are " + String.join(", ", known));
            }
            return sort;
        }
    }

    /** Reads the query of a request; everything that the list does not know is a 400 that names what it knows. */
    public static ListQuery parse(UriInfo uri, Allowed allowed) {
        Map<String, String> given = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!allowed.knows(name)) {
                throw invalid(name + ": unknown parameter; known are " + allowed.known());
            }
            if (values.size() > 1) {
                throw invalid(name + ": give it once");
            }
            if (values.get(0).indexOf('\0') >= 0) {
                throw invalid(name + ": holds a character that no value has");
            }
            given.put(name, values.get(0));
        });
        return new ListQuery(
                        whole(given.remove("limit"), "limit", MOST_ROWS, DEFAULT_LIMIT),
                        number(given.remove("page"), given.get("cursor")),
                        cursor(given.remove("cursor")),
                        sort(given.remove("sort"), allowed),
                        Map.copyOf(given))
                .checked();
    }

    public boolean descending() {
        return sort.startsWith("-");
    }

    /** The sort key without its direction. */
    public String sortKey() {
        return descending() ? sort.substring(1) : sort;
    }

    /** How many rows to skip for a page asked for by number. */
    public int offset() {
        return number == null ? 0 : (number - 1) * limit;
    }

    /**
     * Makes the page from up to {@code limit + 1} rows: the row too many tells that there is a next page.
     *
     * @param total the whole list's rows; shown when the page was asked for by number
     */
    public <T> Page<T> page(List<T> rows, long total, Function<T, Cursor> cursorOf, UriInfo uri) {
        return page(rows, total, cursorOf, uri.getRequestUriBuilder());
    }

    /** As above, with the link to the next page made of another address than the request's. */
    public <T> Page<T> page(List<T> rows, long total, Function<T, Cursor> cursorOf, UriBuilder address) {
        boolean more = rows.size() > limit;
        List<T> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? link(address, cursorOf.apply(shown.get(limit - 1))) : null;
        return new Page<>(List.copyOf(shown), new Page.Info(limit, number, number == null ? null : total, next));
    }

    private static String link(UriBuilder address, Cursor cursor) {
        java.net.URI next = address.replaceQueryParam("page", (Object[]) null)
                .replaceQueryParam("cursor", cursor.encode())
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    private ListQuery checked() {
        if (cursor != null && !cursor.sort().equals(sort)) {
            throw invalid("cursor: it was made for sort=" + cursor.sort() + "; follow page.next as it is");
        }
        return this;
    }

    private static @Nullable Integer number(@Nullable String text, @Nullable String cursor) {
        if (text == null) {
            return null;
        }
        if (cursor != null) {
            throw invalid("page and cursor: give one of the two");
        }
        return whole(text, "page", MOST_PAGES, 1);
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        return text == null ? null : Cursor.decode(text);
    }

    private static String sort(@Nullable String text, Allowed allowed) {
        return text == null ? allowed.sorts().get(0) : allowed.sort(text);
    }

    private static int whole(@Nullable String text, String name, int most, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw invalid(name + ": must be a whole number from 1 to " + most);
        }
        throw invalid(name + ": must be a whole number from 1 to " + most);
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
