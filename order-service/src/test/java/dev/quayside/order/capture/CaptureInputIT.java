package dev.quayside.order.capture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.Capturing;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OrderServiceTest
class CaptureInputIT {
    private static final String UNTOUCHED = "select count(*) from orders where id = ? and capture_amount is null";

    private static @Nullable PlacedOrder untouched;

    private PlacedOrder order;

    @Inject
    Rows rows;

    /** One for all tests until it is captured: most of what is asked for here is refused. */
    @BeforeEach
    void authorise() {
        PlacedOrder last = untouched;
        if (last == null || rows.count(UNTOUCHED, last.id()) == 0) {
            last = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
            untouched = last;
        }
        order = last;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'amount':{'amount':0,'currency':'EUR'}}        | 422 | amount.amount   | positive",
                "{'amount':{'amount':-5,'currency':'EUR'}}       | 422 | amount.amount   | positive",
                "{'amount':{'amount':5,'currency':'USD'}}        | 422 | amount.currency | other_currency",
                "{'amount':{'amount':5,'currency':'ABC'}}        | 400 |                 | ",
                "{'amount':{'amount':5}}                         | 400 |                 | ",
                "{'amount':{'amount':1.5,'currency':'EUR'}}      | 400 |                 | ",
                "{'amount':{'amount':'5','currency':'EUR'}}      | 400 |                 | ",
                "{'amount':5}                                    | 400 |                 | ",
                "{'amount':{'amount':5,'currency':'EUR'},'x':1}  | 400 |                 | ",
                "{'amount':{'amount':99999,'currency':'EUR'}}    | 409 |                 | ",
                "[]                                              | 400 |                 | ",
                "{                                               | 400 |                 | ",
            })
    void badBodyIsRefusedAndNothingIsWritten(
            String template, int status, @Nullable String field, @Nullable String code) {
        Response answer = Capturing.capture(order.id(), Shopper.key(), template.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        if (field != null) {
            assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(field);
            assertThat(answer.jsonPath().getString("errors[0].code")).isEqualTo(code);
        }
        assertThat(rows.count(UNTOUCHED, order.id())).isEqualTo(1);
    }

    @Test
    void moreThanIsAuthorisedIsRefusedWithWhatIsLeft() {
        Response answer = Capturing.capture(order, order.total() + 1);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("capture_exceeds_authorized");
        assertThat(answer.jsonPath().getLong("left.amount")).isEqualTo(order.total());
        assertThat(answer.jsonPath().getString("left.currency")).isEqualTo("EUR");
    }

    @Test
    void emptyObjectIsAllThatIsAuthorised() {
        Response answer = Capturing.capture(order.id(), Shopper.key(), "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getLong("data.capture.captured.amount")).isEqualTo(order.total());
    }

    @Test
    void bodyOfAnotherTypeIsNotRead() {
        Response answer = given().auth()
                .oauth2(Tokens.staff("payments:capture"))
                .header("Idempotency-Key", Shopper.key())
                .contentType("application/xml")
                .body("<amount/>")
                .post("/v1/admin/orders/" + order.id() + "/capture");
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void keyIsRequired() {
        Response answer = given().auth()
                .oauth2(Tokens.staff("payments:capture"))
                .post("/v1/admin/orders/" + order.id() + "/capture");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("idempotency_key_required");
    }

    @Test
    void unknownOrderIsA404() {
        Response answer = Capturing.capture(UUID.randomUUID().toString(), Shopper.key(), "{}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("order_not_found");
    }
}
