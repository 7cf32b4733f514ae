package dev.quayside.payment.mismatch;

import dev.quayside.payment.cancellation.CancellationService;
import dev.quayside.payment.comparison.Finding;
import dev.quayside.payment.comparison.OrderSide;
import dev.quayside.payment.comparison.RepairAction;
import dev.quayside.payment.comparison.Sides;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.opening.Adoption;
import dev.quayside.payment.opening.Openings;
import dev.quayside.payment.payment.PaymentNews;
import dev.quayside.payment.reading.PaymentReader;
import dev.quayside.payment.reading.Reading;
import dev.quayside.payment.shop.Shop;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Takes the roads that mend mismatches. Each can be taken twice; one that cannot be taken now throws. */
@ApplicationScoped
class RepairActions {
    private final PaymentReader reader;
    private final PaymentNews news;
    private final Openings openings;
    private final CancellationService cancellations;
    private final PaymentGateway gateway;
    private final Shop shop;

    RepairActions(
            PaymentReader reader,
            PaymentNews news,
            Openings openings,
            CancellationService cancellations,
            PaymentGateway gateway,
            Shop shop) {
        this.reader = reader;
        this.news = news;
        this.openings = openings;
        this.cancellations = cancellations;
        this.gateway = gateway;
        this.shop = shop;
    }

    void take(RepairAction action, Finding finding, Sides sides) {
        UUID orderId = sides.orderId();
        switch (action) {
            case READ_PAYMENT -> read(orderId);
            case PUBLISH_PAYMENT -> news.repeat(orderId, knownVersion(sides));
            case SETTLE_INTENT -> settle(orderId, finding.subject());
            case CANCEL_PAYMENT -> cancellations.cancel(orderId);
            case REPEAT_STOCK_STEP, RELEASE_RESERVATION -> shop.repairStock(orderId);
        }
    }

    private void read(UUID orderId) {
        Reading.Result result = reader.read(orderId, Patience.WORKER).result();
        if (result != Reading.Result.APPLIED) {
            throw new IllegalStateException("the payment of order " + orderId + " could not be read: " + result);
        }
    }

    private static long knownVersion(Sides sides) {
        return Optional.ofNullable(sides.order()).map(OrderSide::paymentVersion).orElse(0L);
    }

    /** By its operation it is the order's own, or an orphan; without one it is an orphan, as its metadata name an order of ours. */
    private void settle(UUID orderId, String intentId) {
        Intent intent = gateway.read(intentId, Patience.WORKER).value();
        if (openings.adopt(intent).kind() == Adoption.Kind.FOREIGN) {
            openings.cancelOrphan(orderId, intent);
        }
    }
}
