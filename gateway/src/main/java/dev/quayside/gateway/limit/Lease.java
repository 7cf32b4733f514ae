package dev.quayside.gateway.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What this instance knows of one bucket in Redis: tries that it took in advance, or until when there are none. Busy subjects ask for
 * twice as many with each question, quiet ones for one at a time; what is not spent within a second is given up, so that an instance
 * never lets through more than was counted.
 */
final class Lease {
    private static final long LIFE_MILLIS = 1_000;
    private static final long MOST = 64;

    private long inHand;
    private long endsAt;
    private long refusedUntil;
    private long size = 1;
    private boolean asking;
    private @Nullable Verdict last;

    /** The verdict on a try when it is known without a question, else null. */
    synchronized @Nullable Verdict spend(long now) {
        Verdict refused = refused(now);
        if (refused != null) {
            return refused;
        }
        Verdict known = last;
        if (known == null || inHand == 0 || now >= endsAt) {
            return null;
        }
        inHand--;
        return known.with(inHand);
    }

    /** The verdict on a try that is known to be refused, else null. */
    synchronized @Nullable Verdict refused(long now) {
        Duration wait = Duration.ofMillis(refusedUntil - now);
        Verdict known = last;
        return wait.isNegative() || wait.isZero() || known == null ? null : new Verdict(false, 0, wait, known.fullIn());
    }

    /** How many tries to ask for. While one question is out, the others ask for themselves alone. */
    synchronized long ask(long now) {
        if (asking) {
            return 1;
        }
        asking = true;
        boolean usedUp = inHand == 0 && now < endsAt;
        size = usedUp ? Math.min(size * 2, MOST) : Math.max(1, size / 2);
        return size;
    }

    /** Takes the answer to {@link #ask} in. */
    synchronized Verdict settle(Grant grant, long now) {
        asking = false;
        last = grant.verdict();
        if (!grant.verdict().allowed()) {
            refusedUntil = now + grant.verdict().retryAfter().toMillis();
            return grant.verdict();
        }
        inHand = now < endsAt ? inHand + grant.inAdvance() : grant.inAdvance();
        endsAt = now + LIFE_MILLIS;
        return grant.verdict().with(inHand);
    }

    /** The question was not answered. */
    synchronized void forget() {
        asking = false;
    }
}
