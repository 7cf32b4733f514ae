package dev.quayside.payment.comparison;

import dev.quayside.payment.payment.TransactionView;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every side says of one order.
 *
 * @param whole whether all sides were asked; of an order that is older than the window only some of it is at hand
 */
public record Sides(
        UUID orderId,
        @Nullable OrderSide order,
        @Nullable LedgerSide ledger,
        StripeSide stripe,
        @Nullable StockSide stock,
        boolean whole) {

    /** Whether nothing has moved since a moment: what is younger may still be on its way from one side to another. */
    public boolean isQuietSince(Instant moment) {
        Stream<Instant> own = ledger == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(ledger.payment().occurredAt()),
                        ledger.entries().stream().map(TransactionView::recordedAt));
        Stream<@Nullable Instant> others =
                Stream.of(order == null ? null : order.updatedAt(), stock == null ? null : stock.updatedAt());
        return Stream.of(own, others.filter(Objects::nonNull), stripe.times())
                .flatMap(times -> times)
                .noneMatch(time -> time.isAfter(moment));
    }
}
