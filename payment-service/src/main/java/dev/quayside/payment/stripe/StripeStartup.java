package dev.quayside.payment.stripe;

import com.stripe.param.PaymentIntentListParams;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/** What is done about Stripe before the first request: a live key is refused, and the client is warmed up. */
@ApplicationScoped
class StripeStartup {
    private static final Logger LOG = Logger.getLogger(StripeStartup.class);

    private final StripeSettings settings;
    private final StripeCalls calls;

    StripeStartup(StripeSettings settings, StripeCalls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        LiveKey.refusal(settings.apiKey(), settings.allowLive()).ifPresent(refusal -> {
            throw new IllegalStateException(refusal);
        });
        Thread warmUp = new Thread(this::warmUp, "stripe-warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
    }

    /** The first call costs over half a second of class loading; a shopper should not pay for it. */
    private void warmUp() {
        PaymentIntentListParams one =
                PaymentIntentListParams.builder().setLimit(1L).build();
        Outcome<Boolean> tried = calls.read(
                Patience.WORKER,
                (stripe, options) ->
                        stripe.paymentIntents().list(one, options).getData().isEmpty());
        if (tried.isSuccess()) {
            LOG.infof("Stripe answers at %s", settings.apiBase());
        } else {
            LOG.warnf("Stripe at %s: %s", settings.apiBase(), tried.failure().message());
        }
    }
}
