package dev.quayside.payment.opening;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.card.Cards;
import dev.quayside.payment.card.SavingPayments;
import dev.quayside.payment.customer.CustomerCall;
import dev.quayside.payment.customer.Customers;
import dev.quayside.payment.gateway.CardUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which saved card a payment is opened with, and whether its card is saved. */
@ApplicationScoped
class PayWith {
    private final CustomerCall calls;
    private final Customers customers;
    private final Cards cards;
    private final SavingPayments saving;

    PayWith(CustomerCall calls, Customers customers, Cards cards, SavingPayments saving) {
        this.calls = calls;
        this.customers = customers;
        this.cards = cards;
        this.saving = saving;
    }

    /** What a payment of a customer needs at Stripe; null for one that has to do with no saved card. Outside a transaction. */
    @Nullable
    CardUse card(OpenPaymentRequest wanted) {
        UUID customerId = wanted.cardCustomer();
        if (customerId == null) {
            return null;
        }
        String methodId = wanted.paymentMethodId();
        String stripeId = methodId == null ? made(customerId) : known(customerId, methodId);
        return new CardUse(stripeId, methodId, wanted.saves());
    }

    private String made(UUID customerId) {
        return calls.ensure(customerId)
                .orElseThrow(() -> new ProblemException(
                                PaymentProblem.STRIPE_UNAVAILABLE, "Stripe did not answer; ask again in a few seconds")
                        .withHeader("Retry-After", "2"));
    }

    /** Who has saved a card is known to Stripe. */
    private String known(UUID customerId, String methodId) {
        return customers.stripeId(customerId).orElseThrow(() -> unusable(methodId));
    }

    /** Checks the card of a payment that is made now: one that is not this customer's is a 422 {@code payment_method_not_found}. */
    @Transactional(TxType.MANDATORY)
    void require(UUID orderId, OpenPaymentRequest wanted) {
        UUID customerId = wanted.cardCustomer();
        String methodId = wanted.paymentMethodId();
        if (customerId != null && methodId != null && !cards.isUsable(customerId, methodId)) {
            throw unusable(methodId);
        }
        if (customerId != null && wanted.saves()) {
            saving.add(orderId, customerId);
        }
    }

    private static ProblemException unusable(String methodId) {
        return new ProblemException(
                PaymentProblem.PAYMENT_METHOD_UNUSABLE, methodId + " is not a saved payment method of this customer");
    }
}
