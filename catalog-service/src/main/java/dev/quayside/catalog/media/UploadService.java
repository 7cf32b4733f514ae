package dev.quayside.catalog.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.media.FileRepository.StoredFile;
import dev.quayside.catalog.picture.Picture;
import dev.quayside.catalog.picture.Pictures;
import dev.quayside.catalog.store.ObjectStore;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes an upload in three steps, so that a crash between any two leaves nothing but what is swept later: the file's row, which keeps the
 * file from being swept; the file; and in one transaction the product's image and the step that makes the renditions.
 */
@ApplicationScoped
public class UploadService {
    /** What makes two uploads the same for an Idempotency-Key. */
    record Fingerprint(UUID product, String hash, String alt) {}

    private final Pictures pictures;
    private final ObjectStore store;
    private final MediaRepository media;
    private final FileRepository files;
    private final Attachments attachments;
    private final OnceInTransaction once;
    private final ObjectMapper json;
    private final Clock clock;

    UploadService(
            Pictures pictures,
            ObjectStore store,
            MediaRepository media,
            FileRepository files,
            Attachments attachments,
            OnceInTransaction once,
            ObjectMapper json,
            Clock clock) {
        this.pictures = pictures;
        this.store = store;
        this.media = media;
        this.files = files;
        this.attachments = attachments;
        this.once = once;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Stores a file and makes it the last image of its product: 201, or 200 if the product has it already, which is then left as it is.
     *
     * @param key of the request, made of what the upload is; null if it has none
     */
    StoredAnswer upload(Upload upload, Function<Fingerprint, @Nullable IdempotencyKey> key) {
        UUID product = upload.product();
        if (!QuarkusTransaction.requiringNew().call(() -> media.hasProduct(product))) {
            throw MediaService.noProduct();
        }
        Picture picture = pictures.inspect(upload.file());
        StoredFile file = Contended.transaction(() -> files.claim(picture, clock.instant()))
                .orElseThrow(Attachments::beingDeleted);
        if (file.status() == FileStatus.UPLOADING || file.status() == FileStatus.FAILED) {
            store.put(
                    MediaKeys.source(picture.hash()),
                    upload.file(),
                    picture.format().mediaType());
        }
        return attached(
                product, file.id(), upload.alt(), key.apply(new Fingerprint(product, picture.hash(), upload.alt())));
    }

    private StoredAnswer attached(UUID product, UUID file, String alt, @Nullable IdempotencyKey key) {
        return key == null
                ? Contended.transaction(() -> answer(product, file, alt))
                : Contended.again(() -> once.run(key, () -> answer(product, file, alt)));
    }

    private StoredAnswer answer(UUID product, UUID file, String alt) {
        Attachments.Attached attached = attachments.attach(product, file, alt);
        try {
            return StoredAnswer.first(
                    attached.created() ? 201 : 200, json.writeValueAsString(new Data<>(attached.media())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an image's view can always be written", e);
        }
    }
}
