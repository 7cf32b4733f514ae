package dev.quayside.order.order;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of orders: a customer's own, or all of them. Two statements a page, whatever its size. */
@ApplicationScoped
public class OrderList {
    private static final String BY_TIME = "createdAt";
    private static final Set<String> SHARED_FILTERS =
            Set.of("status", "paymentStatus", "createdAt[gte]", "createdAt[gt]", "createdAt[lte]", "createdAt[lt]");

    /** What a customer's list of own orders allows. */
    public static final ListQuery.Allowed OWN =
            new ListQuery.Allowed(List.of("-createdAt", "createdAt"), SHARED_FILTERS);

    /** What the staff's list of all orders allows. */
    public static final ListQuery.Allowed ALL = new ListQuery.Allowed(
            List.of("-createdAt", "createdAt", "-total", "total"),
            Stream.concat(
                            SHARED_FILTERS.stream(),
                            Stream.of("disputeStatus", "email", "number", "customerId", "currency"))
                    .collect(Collectors.toUnmodifiableSet()));

    private final OrderRepository orders;

    OrderList(OrderRepository orders) {
        this.orders = orders;
    }

    /**
     * Up to {@code limit + 1} rows of a page.
     *
     * @param total of the whole list; counted only when a page was asked for by number
     */
    public record Found(List<OrderView> rows, long total) {}

    /** A customer's orders, without those that came to nothing before they had a number. */
    @Transactional
    public Found own(UUID customer, ListQuery query) {
        OrderSearch search = OrderSearch.of(query);
        search.and("customerId = :customer", "customer", customer);
        search.and("number is not null");
        return find(search, query);
    }

    @Transactional
    public Found all(ListQuery query) {
        return find(OrderSearch.of(query), query);
    }

    /** The place after a row, in a list's sort. */
    public static Cursor cursor(OrderView order, ListQuery query) {
        String key = query.sortKey().equals(BY_TIME)
                ? order.createdAt().toString()
                : String.valueOf(order.totals().total().amount());
        return new Cursor(query.sort(), key, order.id());
    }

    private Found find(OrderSearch search, ListQuery query) {
        long total = query.number() == null ? 0 : orders.count(search.where(), search.parameters());
        String key = query.sortKey().equals(BY_TIME) ? "createdAt" : "amounts.total";
        Optional.ofNullable(query.cursor()).ifPresent(cursor -> search.after(key, query.descending(), cursor));
        String direction = query.descending() ? " desc" : "";
        List<OrderView> rows = orders
                .find(search.where() + " order by " + key + direction + ", id" + direction, search.parameters())
                .range(query.offset(), query.offset() + query.limit())
                .stream()
                .map(OrderView::of)
                .toList();
        return new Found(rows, total);
    }
}
