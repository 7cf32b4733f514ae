package dev.quayside.order.capture;

import dev.quayside.kit.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The body that asks for a capture; it can be left out.
 *
 * @param amount null for all that is authorised
 */
record CaptureRequest(@Nullable Money amount) {
    static final CaptureRequest ALL = new CaptureRequest(null);
}
