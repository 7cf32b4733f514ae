package dev.quayside.catalog.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists in one cell: {@code red|blue}; a bar that belongs to a value has a backslash before it, and so has a backslash. */
final class Lists {
    private Lists() {}

    static List<String> read(String cell) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length()) {
                value.append(cell.charAt(++i));
            } else if (c == '|') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        if (!cell.isEmpty()) {
            values.add(value.toString());
        }
        return values;
    }

    static String write(List<String> values) {
        return values.stream()
                .map(value -> value.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
    }
}
