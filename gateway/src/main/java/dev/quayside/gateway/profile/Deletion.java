package dev.quayside.gateway.profile;

import dev.quayside.gateway.customer.CheckedPassword;
import dev.quayside.gateway.customer.PasswordCheck;
import dev.quayside.gateway.people.People;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the wish for deletion. Nothing changes while an order is on its way to being paid, or while that cannot be told. */
@ApplicationScoped
public class Deletion {
    private final PasswordCheck check;
    private final People people;
    private final Closing closing;

    Deletion(PasswordCheck check, People people, Closing closing) {
        this.check = check;
        this.people = people;
        this.closing = closing;
    }

    void delete(UUID customer, @Nullable String password) {
        CheckedPassword checked = check.check(customer, password);
        requireNoneInProgress(customer, "your");
        closing.close(checked);
    }

    /**
     * Refuses while an order is on its way to being paid: 409 {@code orders_in_progress}; 503 while that cannot be told. It asks
     * order-service: never inside a transaction.
     *
     * @param whose the customer, to whoever reads the refusal: {@code your}
     */
    public void requireNoneInProgress(UUID customer, String whose) {
        int inProgress = people.ordersInProgress(customer);
        if (inProgress > 0) {
            throw new ProblemException(
                    GatewayProblem.ORDERS_IN_PROGRESS,
                    inProgress + " of " + whose
                            + " orders can still be paid or are being cancelled; pay or cancel them first");
        }
    }

    /** Closes an account that the caller has locked, and has its person erased. */
    @Transactional(TxType.MANDATORY)
    public void begin(UUID customer) {
        closing.end(customer);
    }
}
