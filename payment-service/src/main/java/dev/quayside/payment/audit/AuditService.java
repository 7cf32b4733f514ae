package dev.quayside.payment.audit;

import dev.quayside.kit.page.Page;
import dev.quayside.payment.payment.PaymentRecords;
import dev.quayside.payment.payment.PaymentState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the audit asks this service for. */
@ApplicationScoped
public class AuditService {
    private static final Logger LOG = Logger.getLogger(AuditService.class);

    private final PaymentRecords payments;
    private final StripeBooksReader reader;
    private final StateAudit state;

    AuditService(PaymentRecords payments, StripeBooksReader reader, StateAudit state) {
        this.payments = payments;
        this.reader = reader;
        this.state = state;
    }

    /** Payments by order id, those after {@code after}; {@code next} is the last id of a page that was full. */
    public Page<AuditedPaymentView> payments(@Nullable UUID after, int limit) {
        List<PaymentState> found = payments.after(after, limit + 1);
        List<PaymentState> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? shown.get(limit - 1).orderId().toString() : null;
        return new Page<>(shown.stream().map(AuditedPaymentView::of).toList(), new Page.Info(limit, null, null, next));
    }

    /** I3, I4, I6, I7 and I8. A Stripe that does not answer is a 503 {@code stripe_unavailable}. */
    public List<InvariantView> invariants() {
        StripeBooks books = reader.read();
        if (!books.complete()) {
            LOG.warn("Stripe has more than an audit reads; only the newest was compared");
        }
        MoneyAudit money = new MoneyAudit(books);
        return List.of(money.amounts(), money.ledger(), state.effects(books), money.keys(), state.settled());
    }
}
