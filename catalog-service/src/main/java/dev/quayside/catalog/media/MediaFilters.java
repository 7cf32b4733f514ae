package dev.quayside.catalog.media;

import dev.quayside.catalog.Formats;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What narrows the staff's list of images: product (its id) and status (several by comma). */
record MediaFilters(Map<String, String> given) {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(
            List.of("-createdAt", "createdAt", "position", "-position"), Set.of("product", "status"));
    private static final String STATUSES = "(processing|ready|failed)(,(processing|ready|failed))*";

    void addTo(ListSql list) {
        given.forEach((name, text) -> add(list, name, text));
    }

    private static void add(ListSql list, String name, String text) {
        switch (name) {
            case "product" -> list.where("m.product_id = :product", "product", id(text));
            case "status" -> list.where("f.status = any(:status)", "status", statuses(text));
            default -> throw new IllegalArgumentException("no condition for the filter " + name);
        }
    }

    private static UUID id(String text) {
        return Formats.id(text).orElseThrow(() -> invalid("product: must be a product's id"));
    }

    private static String[] statuses(String text) {
        if (!text.matches(STATUSES)) {
            throw invalid("status: must be processing, ready or failed, or several of them joined by commas");
        }
        return text.split(",", -1);
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
