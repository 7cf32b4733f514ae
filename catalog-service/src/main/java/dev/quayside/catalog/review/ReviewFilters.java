package dev.quayside.catalog.review;

import dev.quayside.catalog.Formats;
import dev.quayside.kit.page.ListFlag;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListTime;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What narrows lists of reviews, and what orders them: everybody's, their author's and the staff's. */
record ReviewFilters(Map<String, String> given) {
    static final ListQuery.Allowed PUBLISHED = new ListQuery.Allowed(
            List.of("-createdAt", "createdAt", "-helpful", "-rating", "rating"),
            Set.of("rating"),
            Set.of(),
            Map.of("newest", "-createdAt", "helpful", "-helpful"));
    static final ListQuery.Allowed OWN = new ListQuery.Allowed(List.of("-createdAt", "createdAt"), Set.of("status"));
    static final ListQuery.Allowed STAFF = new ListQuery.Allowed(
            List.of("-createdAt", "createdAt", "-updatedAt", "updatedAt"),
            Set.of("status", "product", "customer", "rating", "answered", "createdAt[gte]", "createdAt[lt]"));

    void addTo(ListSql list) {
        given.forEach((name, text) -> add(list, name, text));
    }

    private static void add(ListSql list, String name, String text) {
        switch (name) {
            case "status" -> list.where("r.status in (" + statuses(text) + ")", Map.of());
            case "product" -> list.where("r.product_id = :product", "product", id(name, text));
            case "customer" -> list.where("r.customer_id = :customer", "customer", id(name, text));
            case "rating" -> list.where("r.rating = any(:rating)", "rating", stars(text));
            case "answered" ->
                list.where("(r.answer is not null) = :answered", "answered", ListFlag.filter(name, text));
            case "createdAt[gte]" -> list.where("r.created_at >= :from", "from", ListTime.filter(name, text));
            case "createdAt[lt]" -> list.where("r.created_at < :until", "until", ListTime.filter(name, text));
            default -> throw new IllegalArgumentException("no condition for the filter " + name);
        }
    }

    /** As SQL: the index on those that wait is only used when the statement itself says which are asked for. */
    private static String statuses(String text) {
        if (!text.matches("(%1$s)(,(%1$s))*".formatted(ReviewStatus.KNOWN))) {
            throw invalid("status: must be pending, published or rejected, or several of them joined by commas");
        }
        return Arrays.stream(text.split(",", -1))
                .map(status -> "'" + status + "'")
                .collect(Collectors.joining(", "));
    }

    private static Integer[] stars(String text) {
        if (!text.matches("[1-5](,[1-5]){0,4}")) {
            throw invalid("rating: must be a number of stars from 1 to 5, or several of them joined by commas");
        }
        return Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toArray(Integer[]::new);
    }

    private static UUID id(String name, String text) {
        return Formats.id(text).orElseThrow(() -> invalid(name + ": must be an id"));
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
