package dev.quayside.order.refunding;

import static dev.quayside.order.testing.Refunding.refund;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Refunding;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OrderServiceTest
class RefundInputIT {
    private static @Nullable PlacedOrder untouched;

    private PlacedOrder order;

    @Inject
    Rows rows;

    /** One for all tests until something of it is refunded: most of what is asked for here is refused. */
    @BeforeEach
    void buy() {
        PlacedOrder last = untouched;
        if (last == null || rows.count("select count(*) from refunds where order_id = ?", last.id()) > 0) {
            last = PlacedOrder.by(Shopper.guest(), 1000, 2);
            last.pay();
            untouched = last;
        }
        order = last;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                              | 422 | amount                | one_of",
                "{'amount':EUR1,'items':ONE}                     | 422 | amount                | one_of",
                "{'amount':{'amount':0,'currency':'EUR'}}        | 422 | amount.amount         | positive",
                "{'amount':{'amount':-5,'currency':'EUR'}}       | 422 | amount.amount         | positive",
                "{'amount':{'amount':5,'currency':'USD'}}        | 422 | amount.currency       | other_currency",
                "{'amount':{'amount':5,'currency':'ABC'}}        | 400 |                       | ",
                "{'amount':{'amount':5}}                         | 400 |                       | ",
                "{'amount':{'amount':1.5,'currency':'EUR'}}      | 400 |                       | ",
                "{'amount':{'amount':'5','currency':'EUR'}}      | 400 |                       | ",
                "{'amount':5}                                    | 400 |                       | ",
                "{'amount':EUR1,'includeShipping':true}          | 422 | includeShipping       | items_only",
                "{'amount':EUR1,'restock':true}                  | 422 | restock               | items_only",
                "{'amount':EUR1,'restock':'yes'}                 | 400 |                       | ",
                "{'amount':EUR1,'reason':'because'}              | 422 | reason                | pattern",
                "{'amount':EUR1,'reason':'DUPLICATE'}            | 422 | reason                | pattern",
                "{'amount':EUR1,'reason':5}                      | 400 |                       | ",
                "{'amount':EUR1,'note':'LONG'}                   | 422 | note                  | size",
                "{'amount':EUR1,'note':'a\\u0007'}               | 422 | note                  | pattern",
                "{'amount':EUR1,'note':'a\\u0000'}               | 400 |                       | ",
                "{'amount':EUR1,'status':'succeeded'}            | 400 |                       | ",
                "{'items':[]}                                    | 422 | items                 | size",
                "{'items':[null]}                                | 422 |                       | not_null",
                "{'items':[{'sku':'SKU'}]}                       | 422 | items[0].quantity     | not_null",
                "{'items':[{'quantity':1}]}                      | 422 | items[0].sku          | not_null",
                "{'items':[{'sku':'SKU','quantity':0}]}          | 422 | items[0].quantity     | min",
                "{'items':[{'sku':'SKU','quantity':1000}]}       | 422 | items[0].quantity     | max",
                "{'items':[{'sku':'SKU','quantity':3}]}          | 422 | items[0].quantity     | units_exceeded",
                "{'items':[{'sku':'none','quantity':1}]}         | 422 | items[0].sku          | unknown_sku",
                "{'items':[{'sku':'SKU','quantity':1},{'sku':'SKU','quantity':1}]} | 422 | items[1].sku | duplicate",
                "{'items':[{'sku':'SKU','quantity':1.5}]}        | 400 |                       | ",
                "{'items':[{'sku':'SKU','quantity':1,'price':1}]}| 400 |                       | ",
                "{'items':'SKU'}                                 | 400 |                       | ",
                "[]                                              | 400 |                       | ",
                "{                                               | 400 |                       | ",
            })
    void badBodyIsRefusedAndNothingIsWritten(
            String template, int status, @Nullable String field, @Nullable String code) {
        Response answer = refund(order.id(), Shopper.key(), body(template));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        if (field != null) {
            assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(field);
        }
        if (code != null) {
            assertThat(answer.jsonPath().getString("errors[0].code")).isEqualTo(code);
        }
        assertThat(rows.count("select count(*) from refunds where order_id = ?", order.id()))
                .isZero();
    }

    @Test
    void hundredItemsAreTheMost() {
        String items = IntStream.range(0, 101)
                .mapToObj("{'sku':'sku-%d','quantity':1}"::formatted)
                .collect(Collectors.joining(","));
        Response answer = refund(order.id(), Shopper.key(), body("{'items':[" + items + "]}"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("items");
    }

    @Test
    void shippingIsRefundedOnce() {
        String body = body("{'items':ONE,'includeShipping':true}");
        assertThat(refund(order.id(), Shopper.key(), body).statusCode()).isEqualTo(201);
        Response again = refund(order.id(), Shopper.key(), body);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.jsonPath().getString("errors[0].field")).isEqualTo("includeShipping");
        assertThat(again.jsonPath().getString("errors[0].code")).isEqualTo("already_refunded");
    }

    @Test
    void keyIsRequired() {
        Response answer = given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.staff("refunds:write"))
                .body(Refunding.amount(1))
                .post("/v1/admin/orders/" + order.id() + "/refunds");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("idempotency_key_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?sort=amount", "?cursor=x", "?status=pending", "?page=0"})
    void whatTheListDoesNotKnowIsA400(String query) {
        Response answer = Refunding.staff("/v1/admin/orders/" + order.id() + "/refunds" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("invalid_parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x/refunds", "{order}/refunds/x"})
    void idThatIsNoneIsA404(String path) {
        Response answer = Refunding.staff("/v1/admin/orders/" + path.replace("{order}", order.id()));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private String body(String template) {
        return template.replace("ONE", "[{'sku':'SKU','quantity':1}]")
                .replace("EUR1", "{'amount':1,'currency':'EUR'}")
                .replace("SKU", order.sku())
                .replace("LONG", "x".repeat(501))
                .replace('\'', '"');
    }
}
