package dev.quayside.payment.reconciliation;

import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Takes a run on, page by page, for a few seconds at a time. A page that cannot be read is tried again with back-off; a run that makes no
 * progress for too long ends as failed.
 */
@ApplicationScoped
class ReconcileStep implements DurableStep {
    static final String NAME = "reconcile";
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int DELETED_AT_ONCE = 20_000;

    private final Runs runs;
    private final ShopPages shop;
    private final StripePages stripe;
    private final ComparePages comparison;
    private final EarlierPages earlier;
    private final ManagedExecutor executor;
    private final Clock clock;
    private final Duration giveUpAfter;

    ReconcileStep(
            Runs runs,
            ShopPages shop,
            StripePages stripe,
            ComparePages comparison,
            EarlierPages earlier,
            ManagedExecutor executor,
            Clock clock,
            @ConfigProperty(name = "quayside.reconciliation.give-up-after") Duration giveUpAfter) {
        this.runs = runs;
        this.shop = shop;
        this.stripe = stripe;
        this.comparison = comparison;
        this.earlier = earlier;
        this.executor = executor;
        this.clock = clock;
        this.giveUpAfter = giveUpAfter;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID id) {
        Instant end = clock.instant().plus(TURN);
        ReadAhead pages = pages();
        Optional<RunState> run = runs.running(id);
        while (run.isPresent() && clock.instant().isBefore(end)) {
            Duration wait = wait(run.get());
            if (!wait.isZero()) {
                return Outcome.again(wait);
            }
            take(run.get(), pages);
            run = runs.running(id);
        }
        return run.isPresent() ? Outcome.again(Duration.ZERO) : Outcome.DONE;
    }

    /** Reads one page, outside a transaction, and commits it. */
    void take(RunState run) {
        take(run, pages());
    }

    private void take(RunState run, ReadAhead pages) {
        try {
            if (run.stage() == Stage.TIDY) {
                runs.tidy(run, DELETED_AT_ONCE);
            } else {
                Taken taken = pages.page(run);
                pages.beginBehind(run, taken.next());
                runs.take(run, taken);
            }
        } catch (RuntimeException failed) {
            if (run.progressedAt().plus(giveUpAfter).isAfter(clock.instant())) {
                throw failed;
            }
            runs.fail(run.id(), "No progress for " + giveUpAfter + ": " + failed.getMessage());
        }
    }

    private ReadAhead pages() {
        return new ReadAhead(this::page, executor);
    }

    private Taken page(RunState run) {
        return switch (run.stage()) {
            case ORDERS -> shop.orders(run);
            case STOCK -> shop.stock(run);
            case INTENTS -> stripe.intents(run);
            case REFUNDS -> stripe.refunds(run);
            case DISPUTES -> stripe.disputes(run);
            case LEDGER -> comparison.ledger(run);
            case COMPARE -> comparison.compare(run);
            case LOOK_AGAIN -> comparison.lookAgain(run);
            case SHELF -> shop.shelf();
            case EARLIER -> earlier.lookAgain(run);
            case TIDY -> throw new IllegalStateException("there is nothing to read");
        };
    }

    /** Suspects get the time that an event of Stripe's may take; a run without any need not wait. */
    private Duration wait(RunState run) {
        Instant lookAt = run.lookAt();
        if (run.stage() != Stage.LOOK_AGAIN || lookAt == null || !comparison.hasSuspects(run)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), lookAt);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
