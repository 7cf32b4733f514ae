package dev.quayside.payment.capture;

import dev.quayside.payment.gateway.CaptureOrder;
import dev.quayside.payment.testing.Rows;
import java.util.UUID;

/** A capture as it stands in the rows when the process that stored it has died. */
final class DeadCapture {
    /** What is stored as asked for, whatever the operation says. */
    static final long ASKED = 1500;

    private DeadCapture() {}

    /** Seeds it with an operation over an amount, which was sent so many times; its key is {@link #key}. */
    static CaptureOrder seed(Rows rows, UUID order, String intent, long amount, int attempts) {
        UUID operation = UUID.randomUUID();
        rows.run("update payments set capture_asked = ? where order_id = ?", ASKED, order);
        rows.run(
                "insert into payment_operations (id, order_id, subject, kind, idempotency_key, params, state, attempts,"
                        + " created_at, first_sent_at, last_sent_at) values (?, ?, ?, 'CAPTURE', ?, ?, 'UNSETTLED', ?,"
                        + " now(), " + (attempts == 0 ? "null, null)" : "now(), now())"),
                operation,
                order,
                order,
                key(operation),
                "{\"operationId\":\"" + operation + "\",\"intentId\":\"" + intent + "\",\"amount\":" + amount + "}",
                attempts);
        return new CaptureOrder(operation, intent, amount);
    }

    static String key(UUID operation) {
        return "development:capture:" + operation;
    }
}
