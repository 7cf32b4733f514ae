package dev.quayside.catalog.media;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.media.FileRepository.StoredFile;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Gives a product a stored file, in the caller's transaction. */
@ApplicationScoped
class Attachments {
    /** The image, and whether the product did not have it before. */
    record Attached(MediaView media, boolean created) {}

    private final MediaRepository media;
    private final FileRepository files;
    private final DurableSteps steps;
    private final ReadModel readModel;
    private final AuditTrail trail;
    private final Clock clock;

    Attachments(
            MediaRepository media,
            FileRepository files,
            DurableSteps steps,
            ReadModel readModel,
            AuditTrail trail,
            Clock clock) {
        this.media = media;
        this.files = files;
        this.steps = steps;
        this.readModel = readModel;
        this.trail = trail;
        this.clock = clock;
    }

    /** Adds the file as the product's last image, or finds the image that it is already. */
    Attached attach(UUID product, UUID file, String alt) {
        if (!media.lockProduct(product)) {
            throw MediaService.noProduct();
        }
        // The lock keeps the file from becoming ready unseen: whoever comes second of the two tells the storefront.
        StoredFile stored = files.lock(file)
                .filter(locked -> locked.status() != FileStatus.DELETING)
                .orElseThrow(Attachments::beingDeleted);
        askForRenditions(stored);
        UUID id = Ids.next();
        boolean created = media.findFile(product, file).isEmpty();
        if (created) {
            checkCount(product);
            media.add(id, product, file, alt, now());
        }
        MediaView view = media.findFile(product, file).orElseThrow();
        if (created) {
            readModel.productChanged(product);
            trail.record("media.created", Subject.of("media", id), null, view);
        } else {
            trail.nothingNew();
        }
        return new Attached(view, created);
    }

    private void askForRenditions(StoredFile file) {
        if (file.status() == FileStatus.UPLOADING || file.status() == FileStatus.FAILED) {
            int round = files.ask(file);
            steps.schedule(MakeRenditions.NAME, file.id(), String.valueOf(round), clock.instant());
        }
    }

    private void checkCount(UUID product) {
        if (media.all(product).size() >= MediaService.MOST) {
            throw new ProblemException(
                    CatalogProblem.TOO_MANY_MEDIA, "a product can have " + MediaService.MOST + " images");
        }
    }

    static ProblemException beingDeleted() {
        return new ProblemException(CommonProblem.BUSY, "the same file is being deleted; send it again")
                .withHeader("Retry-After", "2");
    }

    private Instant now() {
        return clock.instant();
    }
}
