package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.param.EventListParams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventTest {
    private Fixtures shop;

    @BeforeEach
    void start() {
        shop = new Fixtures();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private List<Event> list(EventListParams.Builder params) throws StripeException {
        return shop.stripe.v1().events().list(params.build()).getData();
    }

    @Test
    void eventsAreFilteredByType() throws StripeException {
        shop.pay("pm_card_visa", 1999);

        assertThat(list(EventListParams.builder().setType("payment_intent.succeeded")))
                .hasSize(1);
        assertThat(list(EventListParams.builder()
                        .addType("payment_intent.succeeded")
                        .addType("charge.succeeded")))
                .extracting(Event::getType)
                .containsExactly("payment_intent.succeeded", "charge.succeeded");
    }

    @Test
    void oldestFirstStartsAfterTheLastSeenEvent() throws StripeException {
        shop.pay("pm_card_visa", 1999);
        String seen = list(EventListParams.builder().setType("payment_intent.created"))
                .get(0)
                .getId();
        shop.pay("pm_card_visa", 1999);

        List<String> newer = list(
                        EventListParams.builder().setEndingBefore(seen).setLimit(2L))
                .stream()
                .map(Event::getType)
                .toList();

        assertThat(newer).containsExactly("payment_intent.succeeded", "charge.succeeded");
    }

    @Test
    void eventIsASnapshotOfItsMoment() throws StripeException {
        PaymentIntent paid = shop.pay("pm_card_visa", 1999);

        Event created = list(EventListParams.builder().setType("payment_intent.created"))
                .get(0);
        PaymentIntent then =
                (PaymentIntent) created.getDataObjectDeserializer().getObject().orElseThrow();

        assertThat(then.getId()).isEqualTo(paid.getId());
        assertThat(then.getStatus()).isEqualTo("requires_confirmation");
        assertThat(created.getPendingWebhooks()).isZero();
    }

    @Test
    void eventsAreGoneAfterThirtyDays() throws StripeException {
        shop.pay("pm_card_visa", 1999);
        Event old = list(EventListParams.builder()).get(0);

        shop.control("POST", "/clock", "{\"advanceSeconds\":2592060}");

        assertThat(list(EventListParams.builder().setType("payment_intent.created")))
                .isEmpty();
        InvalidRequestException gone = catchThrowableOfType(
                InvalidRequestException.class, () -> shop.stripe.v1().events().retrieve(old.getId()));
        assertThat(gone.getStatusCode()).isEqualTo(404);
    }
}
