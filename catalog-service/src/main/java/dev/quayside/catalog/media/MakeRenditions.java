package dev.quayside.catalog.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.media.FileRepository.StoredFile;
import dev.quayside.catalog.picture.Pictures;
import dev.quayside.catalog.store.ObjectStore;
import dev.quayside.catalog.store.StoredObject;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.step.DurableStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes and stores all renditions of a file, then says that it is ready, then shows it on the storefront. Run again after a crash it
 * stores the same under the same keys. A picture that takes the process with it is given up after three attempts.
 */
@ApplicationScoped
class MakeRenditions implements DurableStep {
    static final String NAME = "make-renditions";

    private static final Logger LOG = Logger.getLogger(MakeRenditions.class);
    private static final int ATTEMPTS = 3;
    private static final Duration OTHERS_FIRST = Duration.ofMillis(300);
    private static final int PRODUCTS_AT_ONCE = 100;

    private final FileRepository files;
    private final MediaRepository media;
    private final Pictures pictures;
    private final ObjectStore store;
    private final ReadModel readModel;
    private final ObjectMapper json;

    MakeRenditions(
            FileRepository files,
            MediaRepository media,
            Pictures pictures,
            ObjectStore store,
            ReadModel readModel,
            ObjectMapper json) {
        this.files = files;
        this.media = media;
        this.pictures = pictures;
        this.store = store;
        this.readModel = readModel;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID subject) {
        Optional<StoredFile> file = QuarkusTransaction.requiringNew().call(() -> files.find(subject));
        if (file.isEmpty()) {
            return Outcome.DONE;
        }
        boolean made = file.get().status() != FileStatus.PROCESSING || make(file.get());
        if (!made) {
            return Outcome.again(OTHERS_FIRST);
        }
        show(subject);
        return Outcome.DONE;
    }

    /** False while other pictures are being made. */
    private boolean make(StoredFile file) {
        if (file.attempts() >= ATTEMPTS) {
            fail(file, "it could not be made in " + ATTEMPTS + " attempts");
            return true;
        }
        try {
            return pictures.render(() -> begun(file), shelf(file)) && ready(file);
        } catch (ProblemException refused) {
            if (refused.code().status() >= 500) {
                // The store is to blame, not the picture.
                QuarkusTransaction.requiringNew().run(() -> files.forgetAttempt(file.id()));
                throw refused;
            }
            fail(file, String.valueOf(refused.getMessage()));
            return true;
        }
    }

    private byte[] begun(StoredFile file) {
        QuarkusTransaction.requiringNew().run(() -> files.attempt(file.id()));
        StoredObject source = store.open(MediaKeys.source(file.hash()))
                .orElseThrow(() ->
                        new ProblemException(CatalogProblem.BROKEN_IMAGE, "the uploaded file is no longer stored"));
        try (InputStream content = source.content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new ProblemException(CommonProblem.UPSTREAM_UNAVAILABLE, "the uploaded file cannot be read: " + e);
        }
    }

    private Pictures.Shelf shelf(StoredFile file) {
        return (rendition, encoding, content) ->
                store.put(MediaKeys.rendition(file.hash(), rendition.name(), encoding), content, encoding.mediaType());
    }

    private boolean ready(StoredFile file) {
        String renditions = written(RenditionView.of(file.hash(), file.size()));
        QuarkusTransaction.requiringNew().run(() -> files.ready(file.id(), renditions));
        return true;
    }

    private void fail(StoredFile file, String reason) {
        LOG.warnf("no renditions of the image %s: %s", file.hash(), reason);
        QuarkusTransaction.requiringNew().run(() -> files.failed(file.id(), reason));
    }

    private void show(UUID file) {
        List<UUID> products = productsAfter(file, new UUID(0, 0));
        while (!products.isEmpty()) {
            for (UUID product : products) {
                Contended.transaction(() -> shown(product));
            }
            products = productsAfter(file, products.get(products.size() - 1));
        }
    }

    private UUID shown(UUID product) {
        readModel.productChanged(product);
        return product;
    }

    private List<UUID> productsAfter(UUID file, UUID after) {
        return QuarkusTransaction.requiringNew().call(() -> media.productsWith(file, after, PRODUCTS_AT_ONCE));
    }

    private String written(List<RenditionView> renditions) {
        try {
            return json.writeValueAsString(renditions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("renditions can always be written", e);
        }
    }
}
