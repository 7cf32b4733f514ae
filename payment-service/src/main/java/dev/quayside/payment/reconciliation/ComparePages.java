package dev.quayside.payment.reconciliation;

import dev.quayside.payment.comparison.Comparison;
import dev.quayside.payment.comparison.IntentSide;
import dev.quayside.payment.comparison.LedgerSide;
import dev.quayside.payment.comparison.Sides;
import dev.quayside.payment.mismatch.SidesReader;
import dev.quayside.payment.payment.PaymentRecords;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.TransactionView;
import dev.quayside.payment.shop.IdOrder;
import dev.quayside.payment.staging.Row;
import dev.quayside.payment.staging.Staged;
import dev.quayside.payment.staging.StagedRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was put down with our own rows, a batch of orders at a time; what does not agree is only a suspect. Suspects are read anew,
 * all sides of them, and reported if they still do not agree and nothing has moved lately.
 */
@ApplicationScoped
class ComparePages {
    private static final int SUSPECTS = 10;

    private final StagedRows rows;
    private final PaymentRecords payments;
    private final SidesReader reader;
    private final Clock clock;
    private final int pageSize;
    private final Duration grace;

    ComparePages(
            StagedRows rows,
            PaymentRecords payments,
            SidesReader reader,
            Clock clock,
            @ConfigProperty(name = "quayside.reconciliation.page-size") int pageSize,
            @ConfigProperty(name = "quayside.reconciliation.grace") Duration grace) {
        this.rows = rows;
        this.payments = payments;
        this.reader = reader;
        this.clock = clock;
        this.pageSize = pageSize;
        this.grace = grace;
    }

    /** Refunds and disputes of our ledger that no list of Stripe's has shown: only a look at the payment itself can tell. */
    Taken ledger(RunState run) {
        List<UUID> orders =
                rows.unseenAtStripe(run.id(), run.window().from(), run.window().to(), run.placeId(), pageSize);
        return Taken.rows(orders.stream().map(Row::suspect).toList(), 0, last(orders));
    }

    Taken compare(RunState run) {
        Map<UUID, PaymentState> own = new HashMap<>(ownOf(run));
        List<UUID> orders = batch(run, own.keySet());
        // Older ones are there for what has happened to them since.
        own.putAll(payments.ofOrders(
                orders.stream().filter(order -> !run.window().contains(order)).toList()));
        Map<UUID, Staged> staged = rows.of(run.id(), orders);
        Map<UUID, List<TransactionView>> ledgers = payments.entries(orders);
        List<Row> suspects = new ArrayList<>();
        staged.forEach((order, said) -> {
            PaymentState payment = own.get(order);
            LedgerSide ledger =
                    payment == null ? null : new LedgerSide(payment, ledgers.getOrDefault(order, List.of()));
            boolean whole = run.window().contains(order);
            // Of an order that is older than the window there is too little at hand to judge a PaymentIntent that
            // nobody knows.
            boolean unclear =
                    said.isSuspect() || (!whole && !said.stripe().intents().isEmpty());
            Sides sides = new Sides(order, said.order(), ledger, said.stripe(), said.stock(), whole);
            if (unclear || !Comparison.of(sides).isEmpty()) {
                suspects.add(Row.suspect(order));
            }
        });
        return Taken.rows(suspects, orders.stream().filter(own::containsKey).count(), last(orders));
    }

    boolean hasSuspects(RunState run) {
        return !rows.suspects(run.id(), run.placeId(), 1).isEmpty();
    }

    Taken lookAgain(RunState run) {
        List<UUID> orders = rows.suspects(run.id(), run.placeId(), SUSPECTS);
        Map<UUID, Staged> staged = rows.of(run.id(), orders);
        List<Taken.Found> found = new ArrayList<>();
        for (UUID order : orders) {
            Staged said = Objects.requireNonNull(staged.get(order));
            Sides sides = reader.read(
                    order, said.stripe().intents().stream().map(IntentSide::id).toList());
            Instant quiet = clock.instant().minus(grace);
            if (sides.isQuietSince(quiet)) {
                Comparison.of(sides).forEach(finding -> found.add(new Taken.Found(finding, sides)));
            }
        }
        return Taken.found(found, orders.size() < SUSPECTS ? null : orders.get(SUSPECTS - 1));
    }

    /** Our own next payments of the window. */
    private Map<UUID, PaymentState> ownOf(RunState run) {
        UUID place = run.placeId();
        UUID first = IdOrder.before(run.window().first());
        UUID after = place == null || IdOrder.compare(place, first) < 0 ? first : place;
        return payments.after(after, pageSize).stream()
                .filter(payment -> run.window().contains(payment.orderId()))
                .collect(Collectors.toMap(PaymentState::orderId, Function.identity()));
    }

    /** The next orders that anybody knows of: what was put down, and our own. */
    private List<UUID> batch(RunState run, Set<UUID> own) {
        return Stream.concat(rows.orders(run.id(), run.placeId(), pageSize).stream(), own.stream())
                .distinct()
                .sorted(IdOrder::compare)
                .limit(pageSize)
                .toList();
    }

    private @Nullable UUID last(List<UUID> orders) {
        return orders.size() < pageSize ? null : orders.get(pageSize - 1);
    }
}
