package dev.quayside.kit.page;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The SQL of one bounded list: conditions, the place to go on from, and an order that ends with the id, so that ties have one too. */
public final class ListSql {
    /** What a list may be sorted by, and how the cursor's text is read back. */
    public enum Kind {
        TIME,
        NUMBER,
        TEXT
    }

    /** A sort's column, or expression. */
    public record Column(String sql, Kind kind) {}

    /** A key of text is one line: no control characters, which PostgreSQL may not even take. */
    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\p{Cs}]*");

    private final ListQuery query;
    private final Column column;
    private final String id;
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * Begins a list.
     *
     * @param columns the columns of the sorts that the list allows, by their name without a sign
     * @param id the column that is the last sort key
     */
    public ListSql(ListQuery query, Map<String, Column> columns, String id) {
        Column sorted = columns.get(query.sortKey());
        if (sorted == null) {
            throw new IllegalArgumentException("no column for the sort " + query.sortKey());
        }
        this.query = query;
        this.column = sorted;
        this.id = id;
    }

    /** Adds a condition with its one parameter. */
    public ListSql where(String condition, String name, Object value) {
        return where(condition, Map.of(name, value));
    }

    /** Adds a condition with its parameters. */
    public ListSql where(String condition, Map<String, ?> values) {
        conditions.add(condition);
        parameters.putAll(values);
        return this;
    }

    /** Gives a parameter that the selected columns, or the sort, refer to. */
    public ListSql with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** How many rows the whole list has; asked only for a page by number. */
    public long total(EntityManager database, String from) {
        if (query.number() == null) {
            return 0;
        }
        Query count = database.createNativeQuery("select count(*) " + from + where());
        parameters.forEach(count::setParameter);
        return ((Number) count.getSingleResult()).longValue();
    }

    /** The page's rows and one more, if there is one: the selected columns, then {@code sort_key} and {@code row_id}. */
    public List<Tuple> rows(EntityManager database, String columns, String from) {
        Cursor cursor = query.cursor();
        String after = cursor == null
                ? ""
                : " and (%s, %s) %s (:cursorKey, :cursorId)"
                        .formatted(column.sql(), id, query.descending() ? "<" : ">");
        String direction = query.descending() ? "desc" : "asc";
        Query select = database.createNativeQuery(
                "select " + columns + ", " + column.sql() + " as sort_key, " + id + " as row_id " + from + where()
                        + after
                        + " order by " + column.sql() + " " + direction + ", " + id + " " + direction
                        + " limit :rows offset :offset",
                Tuple.class);
        parameters.forEach(select::setParameter);
        if (cursor != null) {
            select.setParameter("cursorKey", key(cursor)).setParameter("cursorId", cursor.id());
        }
        return tuples(select.setParameter("rows", query.limit() + 1).setParameter("offset", query.offset()));
    }

    /** The cursor after a row that {@link #rows} gave. */
    public Cursor cursor(Tuple row) {
        return new Cursor(query.sort(), String.valueOf(row.get("sort_key")), row.get("row_id", UUID.class));
    }

    /** A native query's rows. */
    public static List<Tuple> tuples(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }

    private String where() {
        return " where " + String.join(" and ", conditions);
    }

    private Object key(Cursor cursor) {
        try {
            return switch (column.kind()) {
                case TIME -> cursor.time();
                case NUMBER -> Long.valueOf(cursor.key());
                case TEXT -> text(cursor.key());
            };
        } catch (NumberFormatException notOfThisKind) {
            throw Cursor.forged();
        }
    }

    private static String text(String key) {
        if (!LINE.matcher(key).matches()) {
            throw Cursor.forged();
        }
        return key;
    }
}
