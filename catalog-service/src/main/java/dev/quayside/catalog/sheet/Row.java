package dev.quayside.catalog.sheet;

import java.util.List;
import java.util.Map;

/**
 * A row of a table.
 *
 * @param line that it begins on, from 1
 * @param columns the place of each column, by name
 * @param width how many columns the table has
 */
record Row(long line, Map<String, Integer> columns, int width, List<String> cells) {

    /** The text of a cell; empty if the row or the table does not have it. */
    String get(String column) {
        Integer place = columns.get(column);
        return place == null || place >= cells.size() ? "" : Cells.read(cells.get(place));
    }

    boolean has(String column) {
        return !get(column).isEmpty();
    }

    /** Characters, of all cells together. */
    int size() {
        return cells.stream().mapToInt(String::length).sum();
    }

    /** Whether it has more cells than the table has columns. */
    boolean isTooLong() {
        return cells.size() > width;
    }
}
