package dev.quayside.order.people;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an export goes on: first all orders, then all carts, each by id.
 *
 * @param carts whether the orders are through
 * @param after the last id that was given
 */
record ExportPlace(boolean carts, UUID after) {
    private static final UUID START = new UUID(0, 0);
    private static final Pattern FORM = Pattern.compile("(orders|carts)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** Reads what {@link #text} wrote, or null for the start; anything else is a 400. */
    static ExportPlace parse(@Nullable String text) {
        if (text == null) {
            return new ExportPlace(false, START);
        }
        Matcher place = FORM.matcher(text);
        if (!place.matches()) {
            throw new ProblemException(
                    CommonProblem.INVALID_PARAMETER, "after: send what page.next gave, or nothing at the start");
        }
        return new ExportPlace(place.group(1).equals("carts"), UUID.fromString(place.group(2)));
    }

    ExportPlace at(UUID id) {
        return new ExportPlace(carts, id);
    }

    static ExportPlace firstCart() {
        return new ExportPlace(true, START);
    }

    String text() {
        return (carts ? "carts-" : "orders-") + after;
    }
}
