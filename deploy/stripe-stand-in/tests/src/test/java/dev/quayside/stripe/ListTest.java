package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentListParams;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListTest {
    private Fixtures shop;

    @BeforeEach
    void start() {
        shop = new Fixtures();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private StripeCollection<PaymentIntent> list(PaymentIntentListParams.Builder params) throws StripeException {
        return shop.stripe.v1().paymentIntents().list(params.build());
    }

    private List<String> create(int count) throws StripeException {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            newestFirst.add(0, shop.pay("pm_card_visa", 1000 + i).getId());
        }
        return newestFirst;
    }

    private static List<String> ids(StripeCollection<PaymentIntent> page) {
        return page.getData().stream().map(PaymentIntent::getId).toList();
    }

    @Test
    void pagesRunFromNewToOldAndBack() throws StripeException {
        List<String> all = create(5);

        StripeCollection<PaymentIntent> first =
                list(PaymentIntentListParams.builder().setLimit(2L));
        assertThat(ids(first)).isEqualTo(all.subList(0, 2));
        assertThat(first.getHasMore()).isTrue();
        assertThat(first.getUrl()).isEqualTo("/v1/payment_intents");

        StripeCollection<PaymentIntent> last =
                list(PaymentIntentListParams.builder().setLimit(3L).setStartingAfter(all.get(1)));
        assertThat(ids(last)).isEqualTo(all.subList(2, 5));
        assertThat(last.getHasMore()).isFalse();

        StripeCollection<PaymentIntent> back =
                list(PaymentIntentListParams.builder().setLimit(2L).setEndingBefore(all.get(4)));
        assertThat(ids(back)).isEqualTo(all.subList(2, 4));
        assertThat(back.getHasMore()).isTrue();
    }

    @Test
    void autoPagingSeesEachIntentOnce() throws StripeException {
        List<String> all = create(5);
        List<String> seen = new ArrayList<>();

        list(PaymentIntentListParams.builder().setLimit(2L))
                .autoPagingIterable()
                .forEach(intent -> seen.add(intent.getId()));

        assertThat(seen).isEqualTo(all);
    }

    @Test
    void createdBoundsAreKept() throws StripeException {
        PaymentIntent old = shop.pay("pm_card_visa", 1000);
        shop.control("POST", "/clock", "{\"advanceSeconds\":100}");
        PaymentIntent young = shop.pay("pm_card_visa", 1000);

        assertThat(ids(list(created(PaymentIntentListParams.Created.builder().setGte(young.getCreated())))))
                .containsExactly(young.getId());
        assertThat(ids(list(created(PaymentIntentListParams.Created.builder().setGt(young.getCreated())))))
                .isEmpty();
        assertThat(ids(list(created(PaymentIntentListParams.Created.builder().setLt(young.getCreated())))))
                .containsExactly(old.getId());
        assertThat(ids(list(created(PaymentIntentListParams.Created.builder()
                        .setGte(old.getCreated())
                        .setLte(young.getCreated())))))
                .containsExactly(young.getId(), old.getId());
    }

    private static PaymentIntentListParams.Builder created(PaymentIntentListParams.Created.Builder range) {
        return PaymentIntentListParams.builder().setCreated(range.build());
    }

    @Test
    void listedChargesAreExpandedDownToTheirBalanceTransaction() throws StripeException {
        create(2);
        shop.control("POST", "/clock", "{\"advanceSeconds\":10}");

        List<PaymentIntent> page = list(PaymentIntentListParams.builder()
                        .addExpand("data.latest_charge.balance_transaction")
                        .addExpand("data.payment_method"))
                .getData();

        assertThat(page).allSatisfy(intent -> {
            assertThat(intent.getLatestChargeObject()
                            .getBalanceTransactionObject()
                            .getNet())
                    .isPositive();
            assertThat(intent.getPaymentMethodObject().getType()).isEqualTo("card");
        });
    }

    @Test
    void copiesMakeALongListWithoutEvents() throws StripeException {
        PaymentIntent original = shop.pay("pm_card_visa", 1000);
        JsonNode made = shop.control(
                "POST",
                "/payment_intents/" + original.getId() + "/copies",
                "{\"metadata\":[{\"orderId\":\"1\"},{\"orderId\":\"2\"}]}");

        List<PaymentIntent> page = list(PaymentIntentListParams.builder().addExpand("data.latest_charge"))
                .getData();
        assertThat(page)
                .extracting(PaymentIntent::getId)
                .containsExactly(made.at("/ids/1").asText(), made.at("/ids/0").asText(), original.getId());
        assertThat(page.get(0).getMetadata()).containsEntry("orderId", "2");
        assertThat(page.get(0).getLatestChargeObject().getPaymentIntent())
                .isEqualTo(page.get(0).getId());
        assertThat(page.get(0).getAmountReceived()).isEqualTo(1000);
        assertThat(shop.stripe
                        .v1()
                        .events()
                        .list(EventListParams.builder().setLimit(100L).build())
                        .getData())
                .isNotEmpty()
                .noneMatch(event -> event.toJson().contains(made.at("/ids/0").asText()));
    }

    @Test
    void whatCannotBeExpandedOrPagedIsRefused() throws StripeException {
        create(1);

        assertThat(refused(PaymentIntentListParams.builder().addExpand("data.amount"))
                        .getParam())
                .isEqualTo("expand");
        assertThat(refused(PaymentIntentListParams.builder().setLimit(101L)).getParam())
                .isEqualTo("limit");
        assertThat(refused(PaymentIntentListParams.builder().setStartingAfter("pi_x"))
                        .getCode())
                .isEqualTo("resource_missing");
    }

    private InvalidRequestException refused(PaymentIntentListParams.Builder params) {
        return catchThrowableOfType(InvalidRequestException.class, () -> list(params));
    }
}
