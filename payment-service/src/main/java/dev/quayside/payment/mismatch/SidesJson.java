package dev.quayside.payment.mismatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.payment.comparison.Finding;
import dev.quayside.payment.comparison.IntentSide;
import dev.quayside.payment.comparison.LedgerSide;
import dev.quayside.payment.comparison.OrderSide;
import dev.quayside.payment.comparison.Sides;
import dev.quayside.payment.comparison.StockSide;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.payment.PaymentState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each side said, as small flat objects. */
@ApplicationScoped
class SidesJson {
    private final ObjectMapper json;

    SidesJson(ObjectMapper json) {
        this.json = json;
    }

    String of(Finding finding, Sides sides) {
        Map<String, Object> said = new LinkedHashMap<>();
        Optional.ofNullable(sides.order()).ifPresent(order -> said.put("order", order(order)));
        Optional.ofNullable(sides.ledger()).ifPresent(ledger -> said.put("ledger", ledger(ledger)));
        stripe(finding, sides, said);
        Optional.ofNullable(sides.stock()).ifPresent(stock -> said.put("stock", stock(stock)));
        return write(said);
    }

    /** Of stock alone there is what the catalogue says. */
    String ofStock(String sku, String detail) {
        return write(Map.of("stock", object("sku", sku, "detail", detail)));
    }

    private static Map<String, Object> order(OrderSide order) {
        return object(
                "status",
                order.status(),
                "paymentStatus",
                order.paymentStatus(),
                "disputeStatus",
                order.disputeStatus(),
                "currency",
                order.currency(),
                "total",
                order.total(),
                "captured",
                order.captured(),
                "refunded",
                order.refunded(),
                "paymentVersion",
                order.paymentVersion());
    }

    private static Map<String, Object> ledger(LedgerSide ledger) {
        PaymentState payment = ledger.payment();
        return object(
                "status",
                payment.status(),
                "currency",
                payment.currency(),
                "amount",
                payment.amount(),
                "capture",
                payment.grant().capture(),
                "authorized",
                payment.grant().authorized(),
                "captured",
                payment.captured(),
                "refunded",
                payment.refunded(),
                "refundStatus",
                payment.refundStatus(),
                "disputeStatus",
                payment.disputeStatus(),
                "version",
                payment.version(),
                "paymentIntentId",
                payment.paymentIntentId());
    }

    /** The PaymentIntent that it is about, or else the order's own. */
    private static void stripe(Finding finding, Sides sides, Map<String, Object> said) {
        String own = sides.ledger() == null ? null : sides.ledger().intentId();
        sides.stripe().intents().stream()
                .filter(intent -> intent.id().equals(finding.subject()))
                .findFirst()
                .or(() -> sides.stripe().intents().stream()
                        .filter(intent -> intent.id().equals(own))
                        .findFirst())
                .ifPresent(intent -> said.put("stripe", stripe(intent, sides)));
    }

    private static Map<String, Object> stripe(IntentSide intent, Sides sides) {
        long refunded = sides.stripe().refunds().stream()
                .filter(refund -> intent.id().equals(refund.intentId()))
                .filter(refund -> refund.state() == RefundReading.State.SUCCEEDED)
                .mapToLong(RefundReading::amount)
                .sum();
        long disputes = sides.stripe().disputes().stream()
                .filter(dispute -> intent.id().equals(dispute.intentId()))
                .count();
        return object(
                "paymentIntentId",
                intent.id(),
                "status",
                intent.status().name().toLowerCase(java.util.Locale.ROOT),
                "currency",
                intent.currency(),
                "amount",
                intent.amount(),
                "authorised",
                intent.authorised(),
                "captured",
                intent.received(),
                "refunded",
                refunded,
                "disputes",
                disputes);
    }

    private static Map<String, Object> stock(StockSide stock) {
        return object(
                "status",
                stock.status(),
                "units",
                stock.lines().stream().mapToInt(StockSide.Line::quantity).sum(),
                "returned",
                stock.lines().stream().mapToInt(StockSide.Line::returned).sum());
    }

    private static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return object;
    }

    private String write(Map<String, Object> said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the sides say can always be written", e);
        }
    }
}
