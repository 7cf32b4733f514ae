package dev.quayside.catalog.media;

import dev.quayside.catalog.Contended;
import dev.quayside.catalog.media.FileRepository.StoredFile;
import dev.quayside.catalog.store.ObjectStore;
import dev.quayside.kit.step.RecurringStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes files that no product has had for the grace, once an hour in one of the instances. A file's row says first that it is being
 * deleted, then the file goes, then the row: after a crash at any point the next sweep goes on.
 */
@ApplicationScoped
class SweepMedia implements RecurringStep {
    private static final String NAME = "sweep-media";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 100;
    /** Longer than an upload can take from its row to its product. */
    private static final Duration SHORTEST_GRACE = Duration.ofMinutes(10);

    private final FileRepository files;
    private final ObjectStore store;
    private final Clock clock;
    private final Duration grace;

    SweepMedia(
            FileRepository files,
            ObjectStore store,
            Clock clock,
            @ConfigProperty(name = "quayside.media.grace") Duration grace) {
        if (grace.compareTo(SHORTEST_GRACE) < 0) {
            throw new IllegalStateException("QUAYSIDE_MEDIA_GRACE must be " + SHORTEST_GRACE + " or longer");
        }
        this.files = files;
        this.store = store;
        this.clock = clock;
        this.grace = grace;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID subject) {
        Instant before = clock.instant().minus(grace);
        store.deleteUnfinished(before);
        List<StoredFile> doomed = Contended.transaction(() -> doom(before));
        doomed.forEach(this::delete);
        return doomed.size() < AT_ONCE ? Outcome.again(EVERY) : Outcome.again(Duration.ZERO);
    }

    private List<StoredFile> doom(Instant before) {
        files.noteUnreferenced(clock.instant());
        files.doom(files.lockUnreferenced(before, AT_ONCE));
        return files.doomed(AT_ONCE);
    }

    private void delete(StoredFile file) {
        store.delete(MediaKeys.all(file.hash()));
        QuarkusTransaction.requiringNew().run(() -> files.delete(file.id()));
    }
}
