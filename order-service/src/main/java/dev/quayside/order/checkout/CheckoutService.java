package dev.quayside.order.checkout;

import dev.quayside.kit.idempotency.Claim;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.cart.CartPurchases;
import dev.quayside.order.cart.CartSnapshot;
import dev.quayside.order.cart.CartStatus;
import dev.quayside.order.order.Deadline;
import dev.quayside.order.order.NewOrder;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.order.OrderWatch;
import dev.quayside.order.upstream.NoAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Buys a cart. Of all who try at once, with one key or with many, one writes the order and drives it; the others wait for it and get
 * the same order.
 */
@ApplicationScoped
class CheckoutService {
    private static final Duration FOR_ANOTHER = Duration.ofSeconds(5);
    private static final Duration FOR_THE_CATALOGUE = Duration.ofSeconds(7);
    private static final Duration IN_ALL = Duration.ofSeconds(12);

    private final CartPurchases carts;
    private final Proposals proposals;
    private final CheckoutTransactions transactions;
    private final CheckoutAnswers answers;
    private final Placement placement;
    private final OrderWatch watch;

    CheckoutService(
            CartPurchases carts,
            Proposals proposals,
            CheckoutTransactions transactions,
            CheckoutAnswers answers,
            Placement placement,
            OrderWatch watch) {
        this.carts = carts;
        this.proposals = proposals;
        this.transactions = transactions;
        this.answers = answers;
        this.placement = placement;
        this.watch = watch;
    }

    /** The cart's one order. Problems are the ones of the quote, of the stock, or a 503 when the catalogue does not answer. */
    CheckoutAnswer checkout(UUID cartId, Optional<UUID> customer, IdempotencyKey key, CheckoutRequest request) {
        Deadline deadline = Deadline.in(IN_ALL);
        while (!deadline.isOver()) {
            CartSnapshot cart = carts.read(cartId, customer);
            Optional<Claim> claim = transactions.known(key, Ids.next());
            if (claim.isPresent()) {
                return join(key, claim.get());
            }
            Optional<CheckoutAnswer> answer = cart.orderId() == null
                    ? attempt(key, cart, customer.orElse(null), request)
                    : sameOrder(key, cart, cart.orderId(), request);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw stillRunning();
    }

    /** Starts the order and drives it; empty when somebody was faster. */
    private Optional<CheckoutAnswer> attempt(
            IdempotencyKey key, CartSnapshot cart, @Nullable UUID customer, CheckoutRequest request) {
        NewOrder agreed = proposals.propose(cart, Optional.ofNullable(customer), request);
        return transactions.begin(key, cart, agreed, customer)
                ? Optional.of(drive(key, agreed.id()))
                : Optional.empty();
    }

    private CheckoutAnswer drive(IdempotencyKey key, UUID orderId) {
        Deadline deadline = Deadline.in(FOR_THE_CATALOGUE);
        while (true) {
            try {
                placement.drive(orderId);
                return answers.answer(key, orderId);
            } catch (NoAnswer unknown) {
                // The step that transaction 1 has scheduled goes on, whether or not this caller comes back.
                if (deadline.isOver()) {
                    throw unknown;
                }
                watch.pause();
            }
        }
    }

    /** The order that has the cart; empty when it came to nothing and the cart is open again. */
    private Optional<CheckoutAnswer> sameOrder(
            IdempotencyKey key, CartSnapshot cart, UUID orderId, CheckoutRequest request) {
        OrderState order =
                watch.until(orderId, Set.of(OrderStatus.PLACING, OrderStatus.CANCELLING), Deadline.in(FOR_ANOTHER));
        return switch (order.status()) {
            case PLACING -> throw stillRunning();
            case CANCELLING ->
                throw new ProblemException(
                        OrderProblem.CART_LOCKED, "order " + orderId + " is being cancelled; try again in a moment");
            case ABANDONED, CANCELLED -> {
                if (cart.status() == CartStatus.CLOSED) {
                    throw new ProblemException(
                            OrderProblem.CART_CLOSED, "order " + orderId + " bought this cart; make a new one");
                }
                yield Optional.empty();
            }
            case AWAITING_PAYMENT, CONFIRMED, COMPLETED -> {
                if (!order.totals().total().equals(request.expectedTotal())) {
                    throw CartChanges.priced(
                            order.lines(),
                            order.lines(),
                            request.expectedTotal(),
                            order.totals().total());
                }
                yield Optional.of(answers.answer(key, orderId));
            }
        };
    }

    /** What another request with the same key has come to, or comes to while this one waits. */
    private CheckoutAnswer join(IdempotencyKey key, Claim claim) {
        UUID orderId = Objects.requireNonNull(claim.subject());
        return switch (claim.state()) {
            case FINISHED -> answers.replay(orderId, Objects.requireNonNull(claim.answer()));
            case RESUMED -> drive(key, orderId);
            case RUNNING -> {
                OrderState order = watch.until(orderId, Set.of(OrderStatus.PLACING), Deadline.in(FOR_ANOTHER));
                if (order.status() == OrderStatus.PLACING) {
                    throw stillRunning();
                }
                yield answers.answer(key, orderId);
            }
            case FRESH -> throw new IllegalStateException("a new key is not joined");
        };
    }

    private static ProblemException stillRunning() {
        return new ProblemException(
                        CommonProblem.REQUEST_IN_PROGRESS, "this cart is being checked out; ask again in a few seconds")
                .withHeader("Retry-After", "2");
    }
}
