package dev.quayside.gateway.staff;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.Arrays;

/** The filters of the list of users: {@code q} in the name or the address, {@code status}, {@code role}. */
final class UserFilters {
    private UserFilters() {}

    static void add(ListQuery query, ListSql list) {
        query.filters().forEach((name, value) -> {
            switch (name) {
                case "q" -> list.where("position(lower(:q) in lower(u.name || ' ' || u.email)) > 0", "q", value);
                case "status" -> list.where("u.status = any(:status)", "status", statuses(value));
                case "role" ->
                    list.where(
                            "exists (select 1 from staff_roles sr join roles r on r.id = sr.role_id"
                                    + " where sr.user_id = u.id and r.name = any(:role))",
                            "role",
                            value.split(",", -1));
                default -> throw new IllegalStateException("the list has no filter " + name);
            }
        });
    }

    private static String[] statuses(String value) {
        return Arrays.stream(value.split(",", -1)).map(UserFilters::status).toArray(String[]::new);
    }

    private static String status(String text) {
        return Arrays.stream(UserStatus.values())
                .filter(status -> status.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.INVALID_PARAMETER, "status: known are invited, active, disabled"))
                .name();
    }
}
