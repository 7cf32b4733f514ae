package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the capture of an order is whose money is taken when the shop asks for it.
 *
 * @param authorized what the issuer has granted, also when the grant is used or gone
 * @param captureBefore when the grant ends; null when none stands
 * @param requested what the shop has asked to be captured
 * @param failure why the last request was refused for good, such as {@code capture_refused}
 */
public record ManualCapture(
        CaptureMethod method,
        Money authorized,
        @Nullable Instant captureBefore,
        @Nullable Money requested,
        @Nullable Instant requestedAt,
        Money captured,
        @Nullable String failure) {

    /** Of an order whose money is taken at once there is none. */
    static @Nullable ManualCapture of(PaymentFigures payment, Currency currency) {
        Capture capture = payment.capture;
        return switch (capture.method) {
            case AUTOMATIC -> null;
            case MANUAL ->
                new ManualCapture(
                        capture.method,
                        new Money(capture.authorized, currency),
                        payment.state == PaymentState.AUTHORIZED ? capture.before : null,
                        capture.amount == null ? null : new Money(capture.amount, currency),
                        capture.requestedAt,
                        new Money(payment.captured, currency),
                        capture.failure);
        };
    }
}
