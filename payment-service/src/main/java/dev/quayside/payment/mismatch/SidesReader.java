package dev.quayside.payment.mismatch;

import dev.quayside.payment.comparison.IntentSide;
import dev.quayside.payment.comparison.LedgerSide;
import dev.quayside.payment.comparison.OrderSide;
import dev.quayside.payment.comparison.Sides;
import dev.quayside.payment.comparison.StockSide;
import dev.quayside.payment.comparison.StripeSide;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Metadata;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.payment.PaymentRecords;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.shop.Shop;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Reads every side of one order, now. The others' first and our own last: what moves meanwhile shows in ours as fresh. */
@ApplicationScoped
public class SidesReader {
    private static final int NOT_FOUND = 404;

    private final Shop shop;
    private final PaymentGateway gateway;
    private final PaymentRecords payments;
    private final Operations operations;

    SidesReader(Shop shop, PaymentGateway gateway, PaymentRecords payments, Operations operations) {
        this.shop = shop;
        this.gateway = gateway;
        this.payments = payments;
        this.operations = operations;
    }

    /**
     * All sides of an order. A side that does not answer throws.
     *
     * @param others PaymentIntents that are said to be the order's, beside its payment's own
     */
    public Sides read(UUID orderId, Collection<String> others) {
        Optional<OrderSide> order = shop.order(orderId);
        Optional<StockSide> stock = shop.reservation(orderId);
        Set<String> intents = new TreeSet<>(others);
        own(orderId).map(PaymentState::paymentIntentId).ifPresent(intents::add);
        StripeSide stripe = stripe(intents);
        LedgerSide ledger = own(orderId)
                .map(payment -> new LedgerSide(
                        payment, payments.entries(List.of(orderId)).getOrDefault(orderId, List.of())))
                .orElse(null);
        return new Sides(orderId, order.orElse(null), ledger, stripe, stock.orElse(null), true);
    }

    private Optional<PaymentState> own(UUID orderId) {
        return Optional.ofNullable(payments.ofOrders(List.of(orderId)).get(orderId));
    }

    private StripeSide stripe(Set<String> ids) {
        List<IntentSide> intents = new ArrayList<>();
        List<RefundReading> refunds = new ArrayList<>();
        List<DisputeReading> disputes = new ArrayList<>();
        for (String id : ids) {
            Outcome<Intent> read = gateway.read(id, Patience.WORKER);
            if (!read.isSuccess() && read.failure().status() == NOT_FOUND) {
                continue;
            }
            Intent intent = answered(id, read);
            intents.add(IntentSide.of(intent, isOurs(intent)));
            if (intent.received() > 0) {
                refunds.addAll(answered(id, gateway.refundsOf(id, Patience.WORKER)));
                disputes.addAll(answered(id, gateway.disputesOf(id, Patience.WORKER)));
            }
        }
        return new StripeSide(intents, refunds, disputes);
    }

    private boolean isOurs(Intent intent) {
        return Metadata.id(intent.operationId()).flatMap(operations::find).isPresent();
    }

    private static <T> T answered(String id, Outcome<T> outcome) {
        if (!outcome.isSuccess()) {
            throw new IllegalStateException(
                    id + " could not be read: " + outcome.failure().message());
        }
        return outcome.value();
    }
}
