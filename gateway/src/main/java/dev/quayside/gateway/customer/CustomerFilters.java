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

/** What narrows the staff's list of customers: email, status (one or both, by a comma), emailVerified, createdAt[gte] and createdAt[lt]. */
final class CustomerFilters {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(
            List.of("-createdAt", "createdAt"),
            Set.of("email", "status", "emailVerified", "createdAt[gte]", "createdAt[lt]"));
    static final Map<String, Column> SORTS = Map.of("createdAt", new Column("c.created_at", Kind.TIME));

    private static final Set<String> STATUSES = Set.of(Customer.ACTIVE, Customer.DISABLED);

    private CustomerFilters() {}

    static void add(ListQuery query, ListSql list) {
        query.filters().forEach((name, value) -> {
            switch (name) {
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
