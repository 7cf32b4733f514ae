package dev.quayside.payment.reading;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.payment.PaymentView;
import dev.quayside.payment.payment.PaymentViews;
import dev.quayside.payment.payment.Payments;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hands out client secrets. That one is handed out is committed first, together with the watch of its payment; the secret itself is
 * taken from what Stripe has just answered and is never stored.
 */
@ApplicationScoped
public class ClientSecrets {
    private final Payments payments;
    private final PaymentViews views;
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration watchFirst;

    ClientSecrets(
            Payments payments,
            PaymentViews views,
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.watch-first") Duration watchFirst) {
        this.payments = payments;
        this.views = views;
        this.steps = steps;
        this.clock = clock;
        this.watchFirst = watchFirst;
    }

    /** The payment's view, with the secret if Stripe has just shown it and it may be handed out. */
    public PaymentView show(UUID orderId, @Nullable Intent fresh) {
        String secret = fresh == null || !fresh.status().isPayable() ? null : fresh.clientSecret();
        boolean given = fresh != null && secret != null && give(orderId, fresh.id());
        return views.of(payments.get(orderId), given ? secret : null);
    }

    private boolean give(UUID orderId, String intentId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean may = payments.giveSecret(orderId, intentId);
            if (may) {
                steps.schedule(WatchPaymentStep.NAME, orderId, clock.instant().plus(watchFirst));
            }
            return may;
        });
    }
}
