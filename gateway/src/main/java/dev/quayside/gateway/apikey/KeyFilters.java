package dev.quayside.gateway.apikey;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The filters of the list of keys: {@code q} in the name or at the beginning of the secret, {@code status}, {@code scope}. */
final class KeyFilters {
    private KeyFilters() {}

    static void add(ListQuery query, ListSql list, Instant now) {
        query.filters().forEach((name, value) -> {
            switch (name) {
                case "q" ->
                    list.where(
                            "(position(lower(:q) in lower(k.name)) > 0 or starts_with(coalesce(k.hint, ''), :q))",
                            "q",
                            value);
                case "status" -> list.where(anyOf(value), "now", now);
                case "scope" -> list.where(":scope = any(k.scopes)", "scope", value);
                default -> throw new IllegalStateException("the list has no filter " + name);
            }
        });
    }

    private static String anyOf(String statuses) {
        return Arrays.stream(statuses.split(",", -1))
                .map(KeyFilters::status)
                .map(status -> "(" + status.condition() + ")")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static ApiKeyStatus status(String text) {
        return Arrays.stream(ApiKeyStatus.values())
                .filter(status -> status.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.INVALID_PARAMETER, "status: known are active, expired, revoked"));
    }
}
