package dev.quayside.gateway.customer;

import dev.quayside.kit.page.ListFlag;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListSql.Column;
import dev.quayside.kit.page.ListSql.Kind;
import dev.quayside.kit.page.ListTime;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What narrows the staff's list of customers: q (a part of the name or the address), email (the whole address), status (one or both, by a
 * comma), emailVerified, createdAt[gte] and createdAt[lt].
 */
final class CustomerFilters {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(
            List.of("-createdAt", "createdAt"),
            Set.of("q", "email", "status", "emailVerified", "createdAt[gte]", "createdAt[lt]"));
    static final Map<String, Column> SORTS = Map.of("createdAt", new Column("c.created_at", Kind.TIME));

    private static final int LONGEST_PART = 200;
    /** How long those are that the database's function {@code grams} gives. */
    private static final int GRAM = 3;

    private static final String SAID = "c.name || ' ' || c.email";

    private static final Set<String> STATUSES = Set.of(Customer.ACTIVE, Customer.DISABLED);

    private CustomerFilters() {}

    static void add(ListQuery query, ListSql list) {
        query.filters().forEach((name, value) -> {
            switch (name) {
                case "q" -> list.where(part(value), "q", value);
                case "email" -> list.where("lower(c.email) = :email", "email", EmailAddress.normalise(value));
                case "status" ->
                    list.where(
                            "case when c.disabled_at is null then '" + Customer.ACTIVE + "' else '" + Customer.DISABLED
                                    + "' end = any(:status)",
                            "status",
                            statuses(value));
                case "emailVerified" ->
                    list.where(
                            "(c.email_verified_at is not null) = :verified", "verified", ListFlag.filter(name, value));
                case "createdAt[gte]" -> list.where("c.created_at >= :from", "from", ListTime.filter(name, value));
                case "createdAt[lt]" -> list.where("c.created_at < :until", "until", ListTime.filter(name, value));
                default -> throw new IllegalStateException("the list has no filter " + name);
            }
        });
    }

    /**
     * A part that is too short for the index is found by looking at every account: it is in so many that a page is soon full. Asked for
     * no grams, the index would first give all of them.
     */
    static String part(String value) {
        if (value.length() > LONGEST_PART) {
            throw invalid("q: at most " + LONGEST_PART + " characters");
        }
        String said = "position(lower(:q) in lower(%s)) > 0".formatted(SAID);
        return value.codePointCount(0, value.length()) < GRAM
                ? said
                : "grams(%s) @> grams(:q) and %s".formatted(SAID, said);
    }

    private static String[] statuses(String value) {
        String[] statuses = value.split(",", -1);
        if (!STATUSES.containsAll(Arrays.asList(statuses))) {
            throw invalid("status: known are active, disabled");
        }
        return statuses;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
