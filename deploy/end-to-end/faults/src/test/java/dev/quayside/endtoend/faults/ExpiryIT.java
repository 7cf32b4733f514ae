package dev.quayside.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Orders that nobody pays. */
@EndToEnd(paymentWindow = Shop.SHORT_WINDOW)
@Order(Integer.MAX_VALUE)
class ExpiryIT {
    private static final Duration WINDOW_AND_MORE = Duration.ofSeconds(60);

    @AfterAll
    static void everythingAgrees() {
        Admin.awaitCleanAudit();
    }

    @Test
    void whatIsNotPaidGoesBackToTheShelfAndCanBeBoughtAgain() {
        String sku = Admin.product(4);
        List<Buyer> buyers = Together.run(20, n -> Buyer.with(sku, 1));
        List<Response> answers = Together.run(20, n -> buyers.get(n).checkoutInACrowd());
        assertThat(answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
                .isEqualTo(Map.of(201, 4L, 409, 16L));
        List<Buyer.Order> orders = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> Buyer.Order.of(answer.jsonPath()).payable())
                .toList();
        List<Buyer.Order> paid = orders.subList(0, 2);
        List<Buyer.Order> leftAlone = orders.subList(2, 4);
        paid.forEach(order -> order.pay("pm_card_visa").then().statusCode(200));
        paid.forEach(Buyer.Order::awaitPaid);
        leftAlone.forEach(order -> order.awaitState(WINDOW_AND_MORE, "cancelled", "unpaid"));
        Admin.awaitStock(sku, 2, 0);
        leftAlone.forEach(order -> order.pay("pm_card_visa").then().statusCode(400));
        Buyer.with(sku, 2).order().pay("pm_card_visa").then().statusCode(200);
        Admin.awaitStock(sku, 0, 0);
    }
}
