package dev.quayside.payment.wallet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.Claim;
import dev.quayside.kit.idempotency.Idempotency;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.card.Cards;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.SetupReading;
import dev.quayside.payment.operation.ShopperWait;
import dev.quayside.payment.stripe.StripeSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Begins to save a card, once for a key. The answer is stored without its secret, which Stripe is asked for each time. */
@ApplicationScoped
class SetupService {
    private final Setups setups;
    private final SetupCall call;
    private final ShopperWait wait;
    private final Idempotency keys;
    private final StripeSettings settings;
    private final ObjectMapper json;

    SetupService(
            Setups setups,
            SetupCall call,
            ShopperWait wait,
            Idempotency keys,
            StripeSettings settings,
            ObjectMapper json) {
        this.setups = setups;
        this.call = call;
        this.wait = wait;
        this.keys = keys;
        this.settings = settings;
        this.json = json;
    }

    /** 409 {@code too_many_payment_methods}; 503 {@code stripe_unavailable}: send it again with the same key. */
    SetupAnswer open(UUID customerId, IdempotencyKey key) {
        Claim claim = QuarkusTransaction.requiringNew().call(() -> begin(customerId, key));
        StoredAnswer refused = claim.answer();
        if (refused != null && refused.status() >= 400) {
            ProblemException problem = tooMany();
            throw refused.replayed() ? problem.withHeader(StoredAnswer.REPLAYED_HEADER, "true") : problem;
        }
        UUID setupId = Objects.requireNonNull(claim.subject());
        SetupReading reading =
                wait.until(() -> call.attempt(setupId, Patience.SHOPPER)).orElseThrow(SetupService::noAnswer);
        StoredAnswer stored = QuarkusTransaction.requiringNew().call(() -> finish(key, setupId, reading));
        String secret = reading.state().isTerminal() ? null : reading.clientSecret();
        return new SetupAnswer(read(stored).with(secret), stored.replayed());
    }

    /** The key's row and the setup, or the answer that there are too many cards, which is final for this key. */
    private Claim begin(UUID customerId, IdempotencyKey key) {
        UUID id = Ids.next();
        Claim claim = keys.claim(key, id);
        if (claim.state() != Claim.State.FRESH || setups.begin(id, customerId)) {
            return claim;
        }
        StoredAnswer refused = StoredAnswer.first(409, write(Problem.of(tooMany(), null, null)));
        keys.finish(key, refused);
        return new Claim(Claim.State.FINISHED, id, refused);
    }

    private StoredAnswer finish(IdempotencyKey key, UUID setupId, SetupReading reading) {
        Claim claim = keys.claim(key, setupId);
        StoredAnswer known = claim.answer();
        if (known != null) {
            return known;
        }
        StoredAnswer first = StoredAnswer.first(201, write(view(reading)));
        keys.finish(key, first);
        return first;
    }

    private SetupView view(SetupReading reading) {
        return new SetupView(
                reading.id(),
                reading.state(),
                null,
                settings.publishableKey(),
                settings.browserApiBase(),
                reading.created());
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can always be written", e);
        }
    }

    private SetupView read(StoredAnswer stored) {
        try {
            return json.readValue(stored.body(), SetupView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that was stored can be read", e);
        }
    }

    private static ProblemException tooMany() {
        return new ProblemException(
                PaymentProblem.TOO_MANY_PAYMENT_METHODS,
                "remove one of the " + Cards.MOST + " saved payment methods first");
    }

    private static ProblemException noAnswer() {
        return new ProblemException(
                        PaymentProblem.STRIPE_UNAVAILABLE, "Stripe did not answer; send it again with the same key")
                .withHeader("Retry-After", "2");
    }
}
