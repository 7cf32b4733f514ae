package dev.quayside.payment.reconciliation;

import dev.quayside.payment.comparison.Code;
import dev.quayside.payment.comparison.Finding;
import dev.quayside.payment.comparison.OrderSide;
import dev.quayside.payment.comparison.StockSide;
import dev.quayside.payment.shop.IdOrder;
import dev.quayside.payment.shop.Shop;
import dev.quayside.payment.shop.StockFault;
import dev.quayside.payment.staging.Row;
import dev.quayside.payment.staging.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what orders and stock say, a page at a time, within the window's ids. */
@ApplicationScoped
class ShopPages {
    private final Shop shop;
    private final int pageSize;

    ShopPages(Shop shop, @ConfigProperty(name = "quayside.reconciliation.page-size") int pageSize) {
        this.shop = shop;
        this.pageSize = pageSize;
    }

    Taken orders(RunState run) {
        List<OrderSide> page = shop.orders(after(run), pageSize);
        return taken(run, page, OrderSide::id, Side.ORDER);
    }

    Taken stock(RunState run) {
        List<StockSide> page = shop.reservations(after(run), pageSize);
        return taken(run, page, StockSide::id, Side.STOCK);
    }

    /** What is wrong with a sku, if it is so twice: the catalogue's numbers are of one moment each. */
    Taken shelf() {
        List<StockFault> first = shop.stockFaults();
        Set<StockFault> second = first.isEmpty() ? Set.of() : Set.copyOf(shop.stockFaults());
        return Taken.found(
                first.stream()
                        .filter(second::contains)
                        .map(fault -> new Finding(Code.STOCK_OFF, null, fault.subject(), fault.detail(), null))
                        .map(finding -> new Taken.Found(finding, null))
                        .toList(),
                null);
    }

    private static UUID after(RunState run) {
        return Objects.requireNonNullElseGet(
                run.placeId(), () -> IdOrder.before(run.window().first()));
    }

    private <T> Taken taken(RunState run, List<T> page, Function<T, UUID> idOf, Side side) {
        List<Row> rows = page.stream()
                .filter(one -> run.window().contains(idOf.apply(one)))
                .map(one -> new Row(idOf.apply(one), side, idOf.apply(one).toString(), one))
                .collect(Collectors.toList());
        boolean more = page.size() == pageSize && rows.size() == pageSize;
        return Taken.rows(rows, rows.size(), more ? idOf.apply(page.get(pageSize - 1)) : null);
    }
}
