package dev.quayside.payment.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Keeps the operations. A caller makes one in the transaction of its business change, and marks each sending before it. */
@ApplicationScoped
public class Operations {
    private final OperationRepository operations;
    private final ObjectMapper json;
    private final Clock clock;
    private final String environment;
    private final Duration resendWindow;

    Operations(
            OperationRepository operations,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quayside.stripe.environment") String environment,
            @ConfigProperty(name = "quayside.payment.resend-window") Duration resendWindow) {
        this.operations = operations;
        this.json = json;
        this.clock = clock;
        this.environment = environment;
        this.resendWindow = resendWindow;
    }

    /** Stores a new operation, in the caller's transaction. {@code params} makes the frozen parameters from the operation's id. */
    @Transactional(TxType.MANDATORY)
    public OperationView begin(UUID orderId, UUID subject, OperationKind kind, Function<UUID, Object> params) {
        return store(orderId, subject, kind, params);
    }

    /** As above, for one that is about a customer and no payment. */
    @Transactional(TxType.MANDATORY)
    public OperationView beginForCustomer(UUID subject, OperationKind kind, Function<UUID, Object> params) {
        return store(null, subject, kind, params);
    }

    /** Counts a sending, committed before the call is made. Empty when the operation is settled: nothing is to be sent. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<OperationView> send(UUID id) {
        Instant now = clock.instant();
        return operations
                .locked(id)
                .filter(operation -> !operation.view().isSettled())
                .filter(operation -> isSendable(operation.view(), now))
                .map(operation -> {
                    operation.sent(now);
                    return operation.view();
                });
    }

    /** Whether Stripe surely still knows the key, so that sending it again cannot do the thing twice. */
    public boolean isSendable(OperationView operation) {
        return isSendable(operation, clock.instant());
    }

    /** Stores the outcome, in the caller's transaction. An outcome that is already stored stays. */
    @Transactional(TxType.MANDATORY)
    public void settle(UUID id, OperationState outcome, @Nullable String objectId, @Nullable String failure) {
        operations.locked(id).ifPresent(operation -> operation.settle(outcome, objectId, failure, clock.instant()));
    }

    /**
     * Ends an operation that another is to follow, in the caller's transaction. False when somebody else has settled it meanwhile: then
     * the next one is theirs to begin, if there is to be one.
     */
    @Transactional(TxType.MANDATORY)
    public boolean supersede(UUID id, String why) {
        Optional<Operation> unsettled =
                operations.locked(id).filter(operation -> !operation.view().isSettled());
        unsettled.ifPresent(operation -> operation.settle(OperationState.SUPERSEDED, null, why, clock.instant()));
        return unsettled.isPresent();
    }

    @Transactional
    public Optional<OperationView> unsettled(UUID subject, OperationKind kind) {
        return operations.unsettled(subject, kind).map(Operation::view);
    }

    @Transactional
    public Optional<OperationView> latest(UUID subject, OperationKind kind) {
        return operations.latest(subject, kind).map(Operation::view);
    }

    @Transactional
    public Optional<OperationView> find(UUID id) {
        return operations.findByIdOptional(id).map(Operation::view);
    }

    /** The operations of these ids, by id; those that are not known are left out. */
    @Transactional
    public Map<UUID, OperationView> findAll(Collection<UUID> ids) {
        return operations.find("id in ?1", ids).stream()
                .map(Operation::view)
                .collect(Collectors.toMap(OperationView::id, Function.identity()));
    }

    /** The orders of operations that are about a payment, by the operation's id; others are left out. */
    @Transactional
    public Map<UUID, UUID> ordersOf(Collection<UUID> ids) {
        return operations.ordersOf(ids);
    }

    /** Operations whose outcome is open although they were made before {@code time}, oldest first. */
    @Transactional
    public List<OperationView> unsettledCreatedBefore(Instant time, int most) {
        return operations.unsettledCreatedBefore(time, most).stream()
                .map(Operation::view)
                .toList();
    }

    @Transactional
    public long count() {
        return operations.count();
    }

    /** The frozen parameters, as they were given. */
    public <T> T params(OperationView operation, Class<T> type) {
        try {
            return json.readValue(operation.params(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("operation " + operation.id() + " has parameters that cannot be read", e);
        }
    }

    private OperationView store(
            @Nullable UUID orderId, UUID subject, OperationKind kind, Function<UUID, Object> params) {
        UUID id = Ids.next();
        NewOperation wanted = new NewOperation(orderId, subject, kind, write(params.apply(id)));
        Operation operation = new Operation(id, wanted, environment, clock.instant());
        // Hibernate would insert before it updates, and meet the superseded operation as still unsettled.
        operations.flush();
        operations.persist(operation);
        return operation.view();
    }

    private boolean isSendable(OperationView operation, Instant now) {
        Instant first = operation.firstSentAt();
        return first == null || first.plus(resendWindow).isAfter(now);
    }

    private String write(Object params) {
        try {
            return json.writeValueAsString(params);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parameters can always be written", e);
        }
    }
}
