package dev.quayside.order.people;

import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.cart.CartSnapshot;
import dev.quayside.order.cart.CustomerCarts;
import dev.quayside.order.order.CustomerOrders;
import dev.quayside.order.order.OrderView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Joins, exports and erases what is kept about a person. */
@ApplicationScoped
class PeopleService {
    private static final int ROWS = 100;

    private final CustomerOrders orders;
    private final CustomerCarts carts;

    PeopleService(CustomerOrders orders, CustomerCarts carts) {
        this.orders = orders;
        this.carts = carts;
    }

    /** Locks orders before carts, as those do who cancel one. */
    @Transactional
    Affected join(UUID customer, String email) {
        int joined = orders.join(customer, email);
        return new Affected(joined, carts.join(customer, orders.carts(customer)));
    }

    @Transactional
    long inProgress(UUID customer) {
        return orders.inProgress(customer);
    }

    @Transactional
    Affected erase(UUID customer) {
        orders.lockAll(customer);
        long inProgress = orders.inProgress(customer);
        if (inProgress > 0) {
            throw new ProblemException(
                    OrderProblem.ORDERS_IN_PROGRESS,
                    inProgress + " orders of customer " + customer + " can still be paid or are being cancelled");
        }
        return new Affected(orders.erase(customer), carts.delete(customer));
    }

    @Transactional
    Page<ExportEntry> export(UUID customer, ExportPlace place) {
        if (place.carts()) {
            List<CartSnapshot> rows = carts.after(customer, place.after(), ROWS);
            return page(rows, ExportEntry::of, next(rows, place, CartSnapshot::id));
        }
        List<OrderView> rows = orders.after(customer, place.after(), ROWS);
        ExportPlace next = next(rows, place, OrderView::id);
        return page(rows, ExportEntry::of, next == null ? ExportPlace.firstCart() : next);
    }

    private static <T> @Nullable ExportPlace next(List<T> rows, ExportPlace place, Function<T, UUID> id) {
        return rows.size() < ROWS ? null : place.at(id.apply(rows.get(ROWS - 1)));
    }

    private static <T> Page<ExportEntry> page(
            List<T> rows, Function<T, ExportEntry> entry, @Nullable ExportPlace next) {
        return new Page<>(
                rows.stream().map(entry).toList(), new Page.Info(ROWS, null, null, next == null ? null : next.text()));
    }
}
