package dev.quayside.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.kit.testing.AdminWrites;
import dev.quayside.kit.testing.RecordedChanges;
import dev.quayside.kit.testing.Together;
import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.Capturing;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Refunding;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every admin write of orders, and what it leaves in the audit log. */
@OrderServiceTest
class AuditTrailIT {
    @Inject
    DataSource database;

    /**
     * One write.
     *
     * @param made makes the write and tells the order
     */
    record Write(String operation, Supplier<PlacedOrder> made, String action) {
        @Override
        public String toString() {
            return operation;
        }
    }

    static Stream<Write> writes() {
        return Stream.of(
                new Write("POST /v1/admin/orders/{id}/cancel", AuditTrailIT::cancelled, "order.cancelled"),
                new Write("POST /v1/admin/orders/{id}/refunds", AuditTrailIT::refunded, "order.refunded"),
                new Write("POST /v1/admin/orders/{id}/capture", AuditTrailIT::captured, "order.captured"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void writeIsRecorded(Write write) {
        PlacedOrder order = write.made().get();
        assertThat(RecordedChanges.actions(database, order.id())).containsExactly(write.action());
        JsonNode entry = RecordedChanges.of(database, order.id()).get(0);
        assertThat(entry.get("subject").toString()).isEqualTo("{\"type\":\"order\",\"id\":\"" + order.id() + "\"}");
        assertThat(entry.toString()).doesNotContain("@example.com", "ecret", "orderToken", "shippingAddress");
    }

    @Test
    void everyAdminWriteHasARow() {
        assertThat(writes().map(Write::operation).collect(Collectors.toSet()))
                .isEqualTo(AdminWrites.of("dev.quayside.order"));
    }

    @Test
    void cancellationShowsWhatBecameOfTheOrder() {
        JsonNode entry = RecordedChanges.of(database, cancelled().id()).get(0);
        assertThat(entry.at("/before/status").asText()).isEqualTo("awaiting_payment");
        assertThat(entry.at("/after/status").asText()).isEqualTo("cancelling");
        assertThat(entry.at("/after/cancelReason").asText()).isEqualTo("staff");
        assertThat(entry.get("after").fieldNames())
                .toIterable()
                .containsExactly("status", "updatedAt", "cancelRequestedAt", "cancelReason");
    }

    @Test
    void refundShowsItsAmountAndReason() {
        JsonNode refund = RecordedChanges.of(database, refunded().id()).get(0).get("after");
        assertThat(refund.at("/amount/amount").asInt()).isEqualTo(100);
        assertThat(refund.get("status").asText()).isEqualTo("pending");
        assertThat(refund.get("reason").asText()).isEqualTo("requested_by_customer");
    }

    @Test
    void captureShowsWhatWasAskedFor() {
        JsonNode entry = RecordedChanges.of(database, captured().id()).get(0);
        assertThat(entry.at("/before/capture/requested").isNull()).isTrue();
        assertThat(entry.at("/after/capture/requested/amount").asInt()).isEqualTo(700);
    }

    @Test
    void oneKeyAtOnceManyTimesIsOneEntry() {
        PlacedOrder order = paid();
        String key = Shopper.key();
        List<Response> answers = Together.run(8, n -> Refunding.refund(order.id(), key, Refunding.amount(100)));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(RecordedChanges.actions(database, order.id())).containsExactly("order.refunded");
    }

    @Test
    void whatChangesNothingIsRefusedOrIsTheShoppersRecordsNothing() {
        PlacedOrder order = cancelled();
        cancel(order);
        Refunding.refund(order, Refunding.amount(100)).then().statusCode(409);
        assertThat(RecordedChanges.actions(database, order.id())).containsExactly("order.cancelled");

        PlacedOrder captured = captured();
        Capturing.capture(captured, 700);
        assertThat(RecordedChanges.actions(database, captured.id())).containsExactly("order.captured");

        PlacedOrder own = PlacedOrder.by(Shopper.customer(), 1000, 1);
        assertThat(own.cancel().statusCode()).isEqualTo(200);
        assertThat(RecordedChanges.actions(database, own.id())).isEmpty();
    }

    private static PlacedOrder cancelled() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 1000, 1);
        cancel(order);
        return order;
    }

    private static void cancel(PlacedOrder order) {
        given().auth()
                .oauth2(Tokens.staff("orders:write"))
                .post("/v1/admin/orders/" + order.id() + "/cancel")
                .then()
                .statusCode(200);
    }

    private static PlacedOrder paid() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 1000, 1);
        order.pay();
        return order;
    }

    private static PlacedOrder refunded() {
        PlacedOrder order = paid();
        Refunding.refund(order, Refunding.amount(100)).then().statusCode(201);
        return order;
    }

    private static PlacedOrder captured() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.customer(), 1000, 1);
        Capturing.capture(order, 700).then().statusCode(200);
        return order;
    }
}
