package dev.quayside.catalog.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this instance knows of changes, and whether an answer may be served by that.
 *
 * <p>Each change heard of is a turn. An answer that began to be made in a turn is old once one of its keys has a mark of a later one,
 * whether it was stored before the change was heard of or after. A mark is made before its turn counts, so that whoever sees the turn sees
 * the mark; marks are forgotten only after the floor was raised above them, and the floor is looked at after the marks.
 */
@ApplicationScoped
class Knowledge {
    /** How old what is known may be. What is left to a second is for the answer's way to its reader. */
    static final Duration GOOD_FOR = Duration.ofMillis(700);

    private static final int MOST_MARKS = 50_000;

    /** The latest change of a key: in which turn it was heard of, and the highest number of a transaction that made one. */
    private record Mark(long turn, long transaction) {
        Mark with(Mark other) {
            return new Mark(Math.max(turn, other.turn), Math.max(transaction, other.transaction));
        }
    }

    /**
     * When changes were asked for: on both clocks, since one may have stood still.
     *
     * @param news how often that has happened
     * @param below every transaction with a lower number was over
     * @param untilFlip seconds from then until time alone changes a product
     */
    record Asked(long nanos, long millis, long news, long below, long untilFlip) {}

    private final LongSupplier nanos;
    private final Clock clock;
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();
    private volatile Mark floor = new Mark(0, 0);
    private volatile long turn;
    private volatile @Nullable Asked asked;
    private long highest;

    @Inject
    Knowledge(Clock clock) {
        this(clock, System::nanoTime);
    }

    Knowledge(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Whether what is known is young enough to serve an answer by. */
    boolean isCurrent() {
        Asked last = asked;
        return last != null
                && nanos.getAsLong() - last.nanos <= GOOD_FOR.toNanos()
                && clock.millis() - last.millis <= GOOD_FOR.toMillis();
    }

    /** Now, for an answer that begins to be made. */
    Moment now() {
        Asked last = asked;
        return last == null ? new Moment(turn, 0, 0) : new Moment(turn, last.news, last.below);
    }

    /** Whether an answer may be served that was made here. */
    boolean allows(Moment made, Set<String> keys) {
        return isCurrent() && isUnchanged(made.turn(), keys) && made.turn() >= floor.turn;
    }

    private boolean isUnchanged(long since, Set<String> keys) {
        for (String key : keys) {
            Mark mark = marks.get(key);
            if (mark != null && mark.turn > since) {
                return false;
            }
        }
        return true;
    }

    /**
     * The moment here of an answer that another instance may have made; empty when it must not be served. Changes are told apart by their
     * transactions: one that was not over when the answer was made may be missing in it.
     */
    Optional<Moment> recognise(long below, Set<String> keys) {
        Moment now = now();
        boolean known = isCurrent() && below > 0 && below <= now.below();
        for (String key : keys) {
            Mark mark = marks.get(key);
            known = known && (mark == null || mark.transaction < below);
        }
        return known && below >= floor.transaction ? Optional.of(now) : Optional.empty();
    }

    /** A transaction has changed what these keys stand for. */
    synchronized void heard(Collection<String> keys, long transaction) {
        highest = Math.max(highest, transaction);
        if (keys.contains(Keys.EVERYTHING) || marks.size() + keys.size() > MOST_MARKS) {
            forget();
            return;
        }
        Mark mark = new Mark(turn + 1, transaction);
        keys.forEach(key -> marks.merge(key, mark, Mark::with));
        turn = mark.turn;
    }

    /** All changes are known that had been committed when they were asked for. */
    void caughtUp(Asked when) {
        asked = when;
    }

    /** Seconds in which time alone changes no product; none when that is not known. */
    long secondsUntilFlip() {
        Asked last = asked;
        return last == null || !isCurrent()
                ? 0
                : Math.max(0, last.untilFlip - 1 - TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - last.nanos));
    }

    /** Nothing is known of the past: what was made before this, or by whoever could not see a transaction below {@code from}, is old. */
    synchronized void startOver(long from) {
        asked = null;
        highest = from - 1;
        forget();
    }

    private void forget() {
        floor = new Mark(turn + 1, highest + 1);
        turn = floor.turn;
        marks.clear();
    }

    long nanos() {
        return nanos.getAsLong();
    }

    long millis() {
        return clock.millis();
    }
}
