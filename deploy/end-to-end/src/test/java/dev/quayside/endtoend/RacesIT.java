package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Stripe;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@EndToEnd
class RacesIT {
    @AfterAll
    static void audit() {
        Admin.awaitCleanAudit();
    }

    @Test
    void hundredBuyersForTenUnitsMakeTenOrders() {
        String sku = Admin.product(10);
        List<Buyer> buyers = Together.run(100, n -> Buyer.with(sku, 1));
        List<Response> answers = Together.run(100, n -> buyers.get(n).checkoutInACrowd());
        assertThat(answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
                .isEqualTo(Map.of(201, 10L, 409, 90L));
        assertThat(Admin.stock(sku)).isEqualTo(new Admin.Stock(10, 10, 0));
        List<Buyer.Order> orders = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> Buyer.Order.of(answer.jsonPath()).payable())
                .toList();
        Together.run(
                        10,
                        n -> n < 6
                                ? orders.get(n).pay("pm_card_visa")
                                : orders.get(n).cancel())
                .forEach(answer -> assertThat(answer.statusCode()).isIn(200, 202));
        orders.subList(0, 6).forEach(Buyer.Order::awaitPaid);
        orders.subList(6, 10).forEach(order -> order.awaitState(Duration.ofSeconds(30), "cancelled", "unpaid"));
        Admin.awaitStock(sku, 4, 0);
    }

    @Test
    void twentyCheckoutsWithOneKeyMakeOneOrder() {
        String key = UUID.randomUUID().toString();
        oneOrder(n -> key);
    }

    @Test
    void twentyCheckoutsWithTwentyKeysMakeOneOrder() {
        oneOrder(n -> UUID.randomUUID().toString());
    }

    private static void oneOrder(IntFunction<String> key) {
        String sku = Admin.product(50);
        Buyer buyer = Buyer.with(sku, 2);
        long total = buyer.total();
        List<Response> answers = Together.run(20, n -> buyer.checkout(key.apply(n), total));
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201));
        List<String> orders = answers.stream()
                .map(answer -> answer.jsonPath().getString("data.id"))
                .distinct()
                .toList();
        assertThat(orders).hasSize(1);
        assertThat(Stripe.paymentIntentsOf(orders.get(0))).hasSize(1);
        assertThat(Admin.stock(sku).reserved()).isEqualTo(2);
    }
}
