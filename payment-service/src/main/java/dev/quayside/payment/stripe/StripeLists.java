package dev.quayside.payment.stripe;

import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import com.stripe.param.DisputeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundListParams;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.ListedEvent;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentLists;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.gateway.Slice;
import dev.quayside.payment.gateway.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Stripe's lists, by stripe-java. */
@ApplicationScoped
class StripeLists implements PaymentLists {
    private final StripeCalls calls;
    private final long pageSize;

    StripeLists(StripeCalls calls, StripeSettings settings) {
        this.calls = calls;
        this.pageSize = settings.pageSize();
    }

    @Override
    public Outcome<Slice<ListedEvent>> events(Span span, List<String> types) {
        EventListParams params = EventListParams.builder()
                .addAllType(types)
                .setCreated(EventListParams.Created.builder()
                        .setGte(span.from().getEpochSecond())
                        .setLte(span.until().getEpochSecond())
                        .build())
                .setStartingAfter(span.after())
                .setLimit(pageSize)
                .build();
        return calls.read(
                Patience.WORKER,
                (stripe, options) -> slice(
                        stripe.events().list(params, options),
                        event -> new ListedEvent(event.getId(), event.toJson())));
    }

    @Override
    public Outcome<Slice<RefundReading>> refunds(Span span) {
        RefundListParams params = RefundListParams.builder()
                .setCreated(RefundListParams.Created.builder()
                        .setGte(span.from().getEpochSecond())
                        .setLte(span.until().getEpochSecond())
                        .build())
                .setStartingAfter(span.after())
                .setLimit(pageSize)
                .build();
        return calls.read(
                Patience.WORKER, (stripe, options) -> slice(stripe.refunds().list(params, options), Intents::of));
    }

    @Override
    public Outcome<Slice<DisputeReading>> disputes(Span span) {
        DisputeListParams params = DisputeListParams.builder()
                .setCreated(DisputeListParams.Created.builder()
                        .setGte(span.from().getEpochSecond())
                        .setLte(span.until().getEpochSecond())
                        .build())
                .setStartingAfter(span.after())
                .setLimit(pageSize)
                .build();
        return calls.read(
                Patience.WORKER, (stripe, options) -> slice(stripe.disputes().list(params, options), Disputes::of));
    }

    @Override
    public Outcome<Slice<Intent>> intents(Span span) {
        PaymentIntentListParams params = PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(span.from().getEpochSecond())
                        .setLte(span.until().getEpochSecond())
                        .build())
                .setStartingAfter(span.after())
                .setLimit(pageSize)
                .build();
        return calls.read(
                Patience.WORKER,
                (stripe, options) -> slice(stripe.paymentIntents().list(params, options), Intents::of));
    }

    private static <S extends HasId, T> Slice<T> slice(StripeCollection<S> page, Function<S, T> reading) {
        List<S> found = page.getData();
        boolean more = Boolean.TRUE.equals(page.getHasMore()) && !found.isEmpty();
        return new Slice<>(
                found.stream().map(reading).toList(),
                more ? found.get(found.size() - 1).getId() : null);
    }
}
