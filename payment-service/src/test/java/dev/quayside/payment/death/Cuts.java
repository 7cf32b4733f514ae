package dev.quayside.payment.death;

import dev.quayside.payment.testing.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where steps are to die. A step counts the places that it passes in its work for a subject, over all of its runs. */
@ApplicationScoped
public class Cuts {
    /** What a process that dies looks like from inside: nothing that the service could handle. */
    static final class Death extends Error {
        Death(String place) {
            super("killed " + place, null, false, false);
        }
    }

    /** The runs of one step for one subject. */
    static final class Walk {
        private final Matter matter;
        private final boolean diesOfReading;
        private final int deadly;
        private final AtomicInteger passed = new AtomicInteger();
        private final ReentrantLock one = new ReentrantLock();
        private volatile @Nullable String died;

        private Walk(Scene scene, Matter matter, int deadly) {
            this.matter = matter;
            this.diesOfReading = scene.diesOfReading();
            this.deadly = deadly;
        }

        int places() {
            return passed.get();
        }

        Optional<String> died() {
            return Optional.ofNullable(died);
        }
    }

    /** One run of it. */
    private static final class Run {
        private final Walk walk;
        private @Nullable Death dead;

        private Run(Walk walk) {
            this.walk = walk;
        }

        private void pass(String place) {
            if (walk.passed.getAndIncrement() == walk.deadly) {
                walk.died = place;
                dead = new Death(place);
                throw dead;
            }
        }
    }

    private static final ThreadLocal<Run> CURRENT = new ThreadLocal<>();

    private final Map<String, Walk> walks = new ConcurrentHashMap<>();
    private final Rows rows;

    Cuts(DataSource database) {
        this.rows = new Rows(database);
    }

    /** Has a step die at the n-th place, from 0, of its work for a subject. */
    Walk arm(Scene scene, Matter matter, int place) {
        Walk walk = new Walk(scene, matter, place);
        walks.put(scene.step() + " " + matter.subject(), walk);
        return walk;
    }

    /** Counts the places without dying at any. */
    Walk count(Scene scene, Matter matter) {
        return arm(scene, matter, Integer.MAX_VALUE);
    }

    void enter(String step, UUID subject) {
        Walk walk = walks.get(step + " " + subject);
        if (walk != null) {
            // One run after the other, though a step may run for two occasions at once: else what is counted is
            // not what is walked.
            walk.one.lock();
            CURRENT.set(new Run(walk));
        }
    }

    void leave() {
        Run run = CURRENT.get();
        if (run != null) {
            CURRENT.remove();
            if (run.dead != null) {
                expireLease(run.walk.matter.owner());
            }
            run.walk.one.unlock();
        }
    }

    void disarm() {
        walks.clear();
    }

    boolean isWatching() {
        return CURRENT.get() != null;
    }

    boolean isDead() {
        Run run = CURRENT.get();
        return run != null && run.dead != null;
    }

    /** Goes no further when the run is dead: it may have handled its own death as one of its errors. */
    public void live() {
        Run run = CURRENT.get();
        if (run != null && run.dead != null) {
            throw run.dead;
        }
    }

    /** Goes on, or not. */
    public void pass(String place) {
        live();
        Run run = CURRENT.get();
        if (run != null) {
            run.pass(place);
        }
    }

    /** Goes on, or not, after something that was only read; see {@link Scene#diesOfReading}. */
    public void passRead(String place) {
        live();
        Run run = CURRENT.get();
        if (run != null && run.walk.diesOfReading) {
            run.pass(place);
        }
    }

    /** As time does: a dead reader holds its payment until then. */
    private void expireLease(UUID order) {
        rows.run("update payments set lease_until = now() where order_id = ? and lease_until > now()", order);
    }
}
