package dev.quayside.gateway.token;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes new keys and deletes old ones, on schedule and on demand. Every change looks at the directory again under the lock, so that two
 * instances that find the same key too old make one new key.
 */
@Startup
@ApplicationScoped
class KeyRotation {
    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final String NEVER = "off";
    private static final Duration SHORTEST = KeySchedule.KNOWN_AFTER.multipliedBy(3);

    /** What a rotation came to: a key that was made now, or one that already waits for its time. */
    record Rotated(KeyView key, boolean made) {}

    private final SigningKeys keys;
    private final RotationLock lock;
    private final Clock clock;
    private final Optional<Duration> lifetime;

    KeyRotation(
            SigningKeys keys,
            RotationLock lock,
            Clock clock,
            @ConfigProperty(name = "quayside.signing-keys.lifetime") String lifetime) {
        this.keys = keys;
        this.lock = lock;
        this.clock = clock;
        this.lifetime = lifetime(lifetime);
    }

    /** All keys, in the order in which they sign. */
    List<KeyView> list() {
        KeySchedule schedule = keys.lookNow();
        Instant now = clock.instant();
        return schedule.files().stream()
                .map(file -> KeyView.of(file, schedule, now))
                .toList();
    }

    /**
     * Makes the next key, unless there is one. It signs once every verifier can know it, or, after a theft, at once: verifiers look a key
     * that they do not know up again.
     */
    Rotated rotate(boolean immediately) {
        Optional<SigningKey> fresh =
                freshIf(keys.lookNow().next(clock.instant()).isEmpty());
        return lock.holding(() -> {
            Instant now = clock.instant();
            KeySchedule schedule = keys.lookNow();
            Optional<KeyFile> waiting = schedule.next(now);
            KeyFile next = waiting.map(file -> immediately ? bringForward(file, now) : file)
                    .orElseGet(() -> add(fresh, now, immediately ? Duration.ZERO : KeySchedule.KNOWN_AFTER));
            return new Rotated(KeyView.of(next, keys.lookNow(), now), waiting.isEmpty());
        });
    }

    /** Takes a key away, and all its tokens with it. The one that signs is a 409: rotate first. */
    void withdraw(String id) {
        lock.holding(() -> {
            KeySchedule schedule = keys.lookNow();
            KeyFile file = schedule.find(id)
                    .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "there is no signing key " + id));
            if (schedule.phase(file, clock.instant()) == KeySchedule.Phase.SIGNING) {
                throw new ProblemException(
                        GatewayProblem.SIGNING_KEY_IN_USE,
                        "rotate with \"immediately\": true first, then delete the key that has signed so far");
            }
            keys.directory().delete(file);
            LOG.warnf("the signing key %s was withdrawn, its tokens are not good any longer", id);
            return keys.lookNow();
        });
    }

    /** What is due now: the next key, and the end of those whose tokens have ended. Does nothing when keys are the operator's own. */
    void keepUp() {
        lifetime.ifPresent(life -> {
            Optional<SigningKey> fresh = freshIf(keys.lookNow().isDue(clock.instant(), life));
            lock.holding(() -> {
                Instant now = clock.instant();
                KeySchedule schedule = keys.lookNow();
                if (schedule.isDue(now, life)) {
                    add(fresh, now, KeySchedule.KNOWN_AFTER);
                }
                schedule.over(now).forEach(this::delete);
                return keys.lookNow();
            });
        });
    }

    /** Made before the lock is taken: a transaction does not wait for it. Of two instances one makes its key in vain. */
    private Optional<SigningKey> freshIf(boolean needed) {
        return needed ? Optional.of(keys.directory().maker().get()) : Optional.empty();
    }

    private KeyFile add(Optional<SigningKey> fresh, Instant now, Duration known) {
        KeyFile added = keys.directory().add(fresh.orElseGet(keys.directory().maker()), now, now.plus(known));
        LOG.infof("a new signing key %s signs from %s on", added.key().id(), added.signsFrom());
        return added;
    }

    private KeyFile bringForward(KeyFile waiting, Instant now) {
        KeyFile early = waiting.signingFrom(now);
        keys.directory().write(early);
        LOG.infof("the signing key %s signs from now on", early.key().id());
        return early;
    }

    private void delete(KeyFile over) {
        keys.directory().delete(over);
        LOG.infof(
                "the signing key %s was deleted, its last token has ended",
                over.key().id());
    }

    private static Optional<Duration> lifetime(String setting) {
        if (setting.equals(NEVER)) {
            return Optional.empty();
        }
        Duration life = Duration.parse(setting);
        if (life.compareTo(SHORTEST) < 0) {
            throw new IllegalStateException(
                    "QUAYSIDE_SIGNING_KEY_LIFETIME must be " + SHORTEST + " or more, or " + NEVER);
        }
        return Optional.of(life);
    }
}
