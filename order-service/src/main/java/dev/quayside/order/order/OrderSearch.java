package dev.quayside.order.order;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListTime;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A list's filters as the condition of a query. Values are always parameters; one that cannot be read is a 400. */
final class OrderSearch {
    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    private OrderSearch() {}

    static OrderSearch of(ListQuery query) {
        OrderSearch search = new OrderSearch();
        query.filters().forEach(search::filter);
        return search;
    }

    void and(String condition) {
        conditions.add(condition);
    }

    void and(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    /** Only what stands after a row in the sort: the id decides between equal keys. */
    void after(String key, boolean descending, Cursor cursor) {
        String past = descending ? "<" : ">";
        conditions.add("(" + key + " " + past + " :key or (" + key + " = :key and id " + past + " :after))");
        parameters.put("key", key.equals("createdAt") ? cursor.time() : number(cursor));
        parameters.put("after", cursor.id());
    }

    String where() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    private void filter(String name, String value) {
        switch (name) {
            case "status" -> and("status in :status", name, anyOf(name, value, OrderStatus.values()));
            case "paymentStatus" ->
                and("payment.status in :paymentStatus", name, anyOf(name, value, PaymentStatus.values()));
            case "disputeStatus" ->
                and("payment.dispute in :disputeStatus", name, anyOf(name, value, DisputeStatus.values()));
            case "createdAt[gte]" -> and("createdAt >= :gte", "gte", ListTime.filter(name, value));
            case "createdAt[gt]" -> and("createdAt > :gt", "gt", ListTime.filter(name, value));
            case "createdAt[lte]" -> and("createdAt <= :lte", "lte", ListTime.filter(name, value));
            case "createdAt[lt]" -> and("createdAt < :lt", "lt", ListTime.filter(name, value));
            case "customerId" -> and("customerId = :buyer", "buyer", id(name, value));
            case "email" -> and("lower(delivery.email) = lower(:email)", name, text(name, value));
            case "number" -> and("number = :number", name, text(name, value));
            case "currency" -> and("amounts.currency = :currency", name, text(name, value));
            default -> throw new IllegalStateException("the filter " + name + " is allowed but not known");
        }
    }

    private static <E extends Enum<E>> List<E> anyOf(String name, String value, E[] known) {
        return Arrays.stream(value.split(",", -1))
                .map(wanted -> Arrays.stream(known)
                        .filter(one ->
                                one.name().toLowerCase(java.util.Locale.ROOT).equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> invalid(name, "one or more of " + names(known))))
                .toList();
    }

    private static UUID id(String name, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException unreadable) {
            throw invalid(name, "an id");
        }
    }

    private static Long number(Cursor cursor) {
        try {
            return Long.valueOf(cursor.key());
        } catch (NumberFormatException unreadable) {
            throw Cursor.forged();
        }
    }

    private static String text(String name, String value) {
        if (value.isEmpty() || value.length() > 254 || !value.matches("[^\\p{Cc}\\p{Cs}]*")) {
            throw invalid(name, "a short text");
        }
        return value;
    }

    private static String names(Enum<?>[] known) {
        return String.join(
                ", ",
                Arrays.stream(known)
                        .map(one -> one.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }

    private static ProblemException invalid(String name, String expected) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, name + ": must be " + expected);
    }
}
