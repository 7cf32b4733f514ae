package dev.quayside.payment.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Makes a call with the client's settings and turns whatever it ends in into an outcome.
 *
 * <p>stripe-java throws unchecked exceptions of many kinds for answers that were cut short, so everything is caught here, and here
 * only.
 */
@ApplicationScoped
class StripeCalls {
    /** One call by stripe-java. */
    interface Call<T> {
        T run(V1Services stripe, RequestOptions options) throws StripeException;
    }

    private final StripeClient client;
    private final StripeSettings settings;

    StripeCalls(StripeSettings settings) {
        this.settings = settings;
        prepareLibrary();
        this.client = StripeClient.builder()
                .setApiKey(settings.apiKey().strip())
                .setApiBase(settings.apiBase())
                .setMaxNetworkRetries(settings.networkRetries())
                .build();
    }

    private static void prepareLibrary() {
        // On, it writes a file to the home directory and tells Stripe about the machine.
        Stripe.enableTelemetry = false;
        // For when the service is not started by its main method; see there.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    <T> Outcome<T> write(Attempt attempt, Call<T> call) {
        RequestOptions options =
                options(attempt.patience()).setIdempotencyKey(attempt.key()).build();
        return run(call, options, attempt.first());
    }

    <T> Outcome<T> read(Patience patience, Call<T> call) {
        return run(call, options(patience).build(), true);
    }

    // What can go wrong is open-ended: an empty answer alone is a NullPointerException.
    private <T> Outcome<T> run(Call<T> call, RequestOptions options, boolean first) {
        try {
            return Outcome.succeeded(call.run(client.v1(), options));
        } catch (StripeException fault) {
            return Faults.classify(fault, first);
        } catch (RuntimeException fault) {
            return Faults.unreadable(fault);
        }
    }

    private RequestOptions.RequestOptionsBuilder options(Patience patience) {
        Duration limit = switch (patience) {
            case SHOPPER -> settings.shopperLimit();
            case WORKER -> settings.workerLimit();
        };
        int millis = Math.toIntExact(limit.toMillis());
        return RequestOptions.builder().setConnectTimeout(millis / 5).setReadTimeout(millis - millis / 5);
    }
}
