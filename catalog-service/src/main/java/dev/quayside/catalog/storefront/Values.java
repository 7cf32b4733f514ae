package dev.quayside.catalog.storefront;

import dev.quayside.catalog.Formats;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the values of a filter: several are joined by commas; a comma that belongs to a value has a backslash before it. */
final class Values {
    private static final int MOST = 20;
    private static final int LONGEST = 200;

    private Values() {}

    /** The values of a filter, 1 to {@value #MOST}. */
    static List<String> of(String name, String text) {
        List<String> values = split(text);
        if (values.size() > MOST) {
            throw invalid(name + ": at most " + MOST + " values");
        }
        values.forEach(value -> line(name, value, LONGEST));
        return values;
    }

    /** One line of text; anything else is a 400. */
    static String line(String name, String text, int longest) {
        if (text.isBlank() || text.length() > longest || !text.matches(Formats.LINE)) {
            throw invalid(name + ": must be one line of 1 to " + longest + " characters");
        }
        return text.strip();
    }

    /** Whole minor units. */
    static long amount(String name, String text) {
        if (!text.matches("[0-9]{1,12}")) {
            throw invalid(name + ": must be minor units, a whole number of at most twelve digits");
        }
        return Long.parseLong(text);
    }

    /** Stars from 1 to 5, in hundredths. */
    static int hundredths(String name, String text) {
        if (!text.matches("[1-4](\\.[0-9]{1,2})?|5(\\.0{1,2})?")) {
            throw invalid(name + ": must be a number of stars from 1 to 5, such as 4 or 3.5");
        }
        return new BigDecimal(text).movePointRight(2).intValueExact();
    }

    static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }

    private static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                value.append(text.charAt(i));
            } else if (c == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
