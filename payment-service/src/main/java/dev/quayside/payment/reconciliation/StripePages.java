package dev.quayside.payment.reconciliation;

import dev.quayside.payment.comparison.IntentSide;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Metadata;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.PaymentLists;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.gateway.Slice;
import dev.quayside.payment.gateway.Span;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.payment.PaymentRecords;
import dev.quayside.payment.staging.Row;
import dev.quayside.payment.staging.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's lists a page at a time, and finds out whose each object is. What other shops do on the same account is left out. */
@ApplicationScoped
class StripePages {
    /** A PaymentIntent is made with its order, or when a lost answer is settled: within the life of a key. */
    private static final Duration LATEST = Duration.ofHours(25);

    /** Stripe's pages are small: so many are committed at once. */
    private static final int PAGES = 5;

    private final PaymentLists lists;
    private final PaymentRecords payments;
    private final Operations operations;
    private final Duration skew;

    StripePages(
            PaymentLists lists,
            PaymentRecords payments,
            Operations operations,
            @ConfigProperty(name = "quayside.reconciliation.clock-skew") Duration skew) {
        this.lists = lists;
        this.payments = payments;
        this.operations = operations;
        this.skew = skew;
    }

    Taken intents(RunState run) {
        Instant latest = run.window().to().plus(LATEST);
        Instant until = latest.isBefore(run.startedAt()) ? latest : run.startedAt();
        Slice<Intent> slice = some(span(run, until), lists::intents);
        Map<String, UUID> known =
                payments.ordersOf(slice.items().stream().map(Intent::id).toList());
        Map<UUID, UUID> made = operations.ordersOf(slice.items().stream()
                .flatMap(intent -> Metadata.id(intent.operationId()).stream())
                .toList());
        List<Row> rows = slice.items().stream()
                .flatMap(intent -> row(run, intent, known.get(intent.id()), made).stream())
                .toList();
        return Taken.rows(rows, rows.size(), slice.next());
    }

    Taken refunds(RunState run) {
        Slice<RefundReading> slice = some(span(run, run.startedAt()), lists::refunds);
        Map<String, UUID> known = payments.ordersOf(ids(slice.items().stream().map(RefundReading::intentId)));
        List<Row> rows = slice.items().stream()
                .flatMap(refund -> order(run, known, refund.intentId(), refund.created())
                        .map(order -> new Row(order, Side.REFUND, refund.id(), refund))
                        .stream())
                .toList();
        return Taken.rows(rows, rows.size(), slice.next());
    }

    Taken disputes(RunState run) {
        Slice<DisputeReading> slice = some(span(run, run.startedAt()), lists::disputes);
        Map<String, UUID> known = payments.ordersOf(ids(slice.items().stream().map(DisputeReading::intentId)));
        List<Row> rows = slice.items().stream()
                .flatMap(dispute -> order(run, known, dispute.intentId(), dispute.created())
                        .map(order -> new Row(order, Side.DISPUTE, dispute.id(), dispute))
                        .stream())
                .toList();
        return Taken.rows(rows, rows.size(), slice.next());
    }

    private Span span(RunState run, Instant until) {
        return new Span(run.window().from().minus(skew), until, run.place());
    }

    /** A payment's own belongs to its order's window; one that no payment has, to that in which it was made. */
    private static Optional<Row> row(RunState run, Intent intent, @Nullable UUID owner, Map<UUID, UUID> operations) {
        UUID made = Metadata.id(intent.operationId()).map(operations::get).orElse(null);
        Optional<UUID> order =
                owner != null ? Optional.of(owner) : Optional.ofNullable(made).or(() -> Metadata.id(intent.orderId()));
        return order.filter(id -> owner == null
                        ? run.window().contains(intent.created())
                        : run.window().contains(id))
                .map(id -> new Row(id, Side.INTENT, intent.id(), IntentSide.of(intent, made != null)));
    }

    /** Of the window's orders everything; of older ones what happened in it. */
    private static Optional<UUID> order(
            RunState run, Map<String, UUID> known, @Nullable String intentId, Instant created) {
        return Optional.ofNullable(intentId)
                .map(known::get)
                .filter(order -> run.window().contains(order) || run.window().contains(created));
    }

    private static List<String> ids(Stream<@Nullable String> ids) {
        return ids.filter(Objects::nonNull).map(String::valueOf).distinct().toList();
    }

    /** What was read before a page that Stripe did not answer is kept: the next try begins with that one. */
    private static <T> Slice<T> some(Span first, Function<Span, Outcome<Slice<T>>> list) {
        Slice<T> slice = answered(list.apply(first));
        List<T> items = new ArrayList<>(slice.items());
        for (int page = 1; page < PAGES && slice.next() != null; page++) {
            Outcome<Slice<T>> more = list.apply(new Span(first.from(), first.until(), slice.next()));
            if (!more.isSuccess()) {
                break;
            }
            slice = more.value();
            items.addAll(slice.items());
        }
        return new Slice<>(items, slice.next());
    }

    private static <T> Slice<T> answered(Outcome<Slice<T>> listed) {
        if (!listed.isSuccess()) {
            throw new IllegalStateException(
                    "Stripe could not be listed: " + listed.failure().message());
        }
        return listed.value();
    }
}
