package dev.quayside.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import dev.quayside.payment.gateway.Failure;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Outcome.Kind;
import java.net.ConnectException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says what is known after a call that failed.
 *
 * <p>Refused, for good: Stripe's own word that the request is wrong. Refusals at the door (401, 403, 429) come before Stripe looks at
 * the key, so on a second sending they say nothing about the first. All else is unknown, and unknown is never a failure.
 */
final class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);

    private Faults() {}

    static <T> Outcome<T> classify(StripeException fault, boolean first) {
        return Outcome.failed(kind(fault, first), failure(fault));
    }

    static <T> Outcome<T> unreadable(RuntimeException fault) {
        LOG.debug("Stripe's answer could not be read", fault);
        String message =
                "Stripe's answer could not be read: " + fault.getClass().getSimpleName();
        return Outcome.failed(Kind.UNKNOWN, new Failure(0, "unreadable_answer", null, message, null, null));
    }

    private static Kind kind(StripeException fault, boolean first) {
        if ("idempotency_key_in_use".equals(fault.getCode())) {
            return Kind.PENDING;
        }
        if (fault instanceof CardException) {
            return fault.getStripeError() == null ? Kind.UNKNOWN : Kind.DECLINED;
        }
        if (fault instanceof InvalidRequestException) {
            return fault.getStripeError() == null ? Kind.UNKNOWN : Kind.REJECTED;
        }
        if (fault instanceof AuthenticationException || fault instanceof PermissionException) {
            return first ? Kind.REJECTED : Kind.UNKNOWN;
        }
        if (fault instanceof RateLimitException || isRefusedConnection(fault)) {
            return first ? Kind.PENDING : Kind.UNKNOWN;
        }
        if (fault instanceof IdempotencyException) {
            // One key with two sets of parameters: ours is frozen, so this is a fault in this service.
            LOG.errorf("Stripe refused a key that was used with other parameters, request %s", fault.getRequestId());
        }
        return Kind.UNKNOWN;
    }

    private static boolean isRefusedConnection(StripeException fault) {
        return fault instanceof ApiConnectionException && fault.getCause() instanceof ConnectException;
    }

    private static Failure failure(StripeException fault) {
        StripeError error = fault.getStripeError();
        int status = fault.getStatusCode() == null ? 0 : fault.getStatusCode();
        if (error == null) {
            return new Failure(status, codeOf(fault), null, "Stripe gave no readable answer", null, null);
        }
        String message = error.getMessage() == null ? "Stripe refused the request" : error.getMessage();
        return new Failure(status, codeOf(fault), error.getDeclineCode(), message, error.getParam(), intentOf(error));
    }

    private static String codeOf(StripeException fault) {
        if (fault.getCode() != null) {
            return fault.getCode();
        }
        StripeError error = fault.getStripeError();
        if (error != null && error.getType() != null) {
            return error.getType();
        }
        return fault instanceof ApiConnectionException ? "no_answer" : "unreadable_answer";
    }

    private static @Nullable Intent intentOf(StripeError error) {
        return error.getPaymentIntent() == null ? null : Intents.of(error.getPaymentIntent());
    }
}
