package dev.quayside.catalog.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What staff do with a product's images once they are uploaded. */
@ApplicationScoped
public class MediaService {
    /** How many images a product can have. */
    static final int MOST = 50;

    /** What a change of the order looks like in the audit log. */
    record Order(List<UUID> media) {}

    private final MediaRepository media;
    private final ReadModel readModel;
    private final MergePatch patches;
    private final AuditTrail trail;
    private final Clock clock;

    MediaService(MediaRepository media, ReadModel readModel, MergePatch patches, AuditTrail trail, Clock clock) {
        this.media = media;
        this.readModel = readModel;
        this.patches = patches;
        this.trail = trail;
        this.clock = clock;
    }

    /** A page of images. */
    @Transactional
    public Page<MediaView> list(UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, MediaFilters.ALLOWED);
        return media.list(query, new MediaFilters(query.filters()), uri);
    }

    /** One image; 404 {@code media_not_found}. */
    @Transactional
    public MediaView get(UUID id) {
        return media.find(id).orElseThrow(() -> notFound(id));
    }

    /** Merges a patch into an image that is at the version of {@code ifMatch}. */
    public MediaView patch(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        return Contended.transaction(() -> {
            MediaView before = locked(id);
            EntityTags.requireMatch(ifMatch, before.version(), before);
            MediaRequest merged =
                    patches.apply(new MediaRequest(before.alt(), before.skus()), patch, MediaRequest.class);
            checkSkus(before.productId(), merged.skusOrNone(), before.skus());
            if (!merged.altOrNone().equals(before.alt()) || !merged.skusOrNone().equals(before.skus())) {
                media.update(id, merged.altOrNone(), merged.skusOrNone(), now());
                readModel.productChanged(before.productId());
            }
            MediaView after = get(id);
            trail.record("media.updated", Subject.of("media", id), before, after);
            return after;
        });
    }

    /** Puts all of a product's images in order; 409 {@code media_order_mismatch} when the ids are not just theirs. */
    public List<MediaView> order(OrderRequest request) {
        return Contended.transaction(() -> {
            UUID product = request.product();
            if (!media.lockProduct(product)) {
                throw noProduct();
            }
            List<UUID> before = ids(product);
            List<UUID> after = request.ids();
            if (after.size() != before.size() || !new HashSet<>(after).equals(new HashSet<>(before))) {
                throw new ProblemException(
                                CatalogProblem.MEDIA_ORDER_MISMATCH, "send the id of each image of the product, once")
                        .with("current", before);
            }
            media.order(after, now());
            readModel.productChanged(product);
            trail.record("product.media_ordered", Subject.of("product", product), new Order(before), new Order(after));
            return media.all(product);
        });
    }

    /** Takes an image from a product. Its file is deleted later, if no other product has it. */
    public void delete(UUID id, @Nullable String ifMatch) {
        Contended.transaction(() -> {
            MediaView gone = locked(id);
            if (ifMatch != null) {
                EntityTags.requireMatch(ifMatch, gone.version(), gone);
            }
            media.delete(gone);
            readModel.productChanged(gone.productId());
            trail.record("media.deleted", Subject.of("media", id), gone, null);
            return id;
        });
    }

    /** Read again once its product is locked: it may have gone, or moved, meanwhile. */
    private MediaView locked(UUID id) {
        media.lockProduct(get(id).productId());
        return get(id);
    }

    /** New ones are the product's; one that was there may be of a variant that is gone. */
    private void checkSkus(UUID product, List<String> skus, List<String> before) {
        List<String> known = media.skusOf(product, skus);
        List<FieldError> unknown = IntStream.range(0, skus.size())
                .filter(i -> !known.contains(skus.get(i)) && !before.contains(skus.get(i)))
                .mapToObj(i -> new FieldError("skus[" + i + "]", "unknown_sku", "is not a sku of the product"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED,
                    unknown.get(0).field() + " " + unknown.get(0).message(),
                    unknown);
        }
    }

    private List<UUID> ids(UUID product) {
        return media.all(product).stream().map(MediaView::id).toList();
    }

    private Instant now() {
        return clock.instant();
    }

    static ProblemException noProduct() {
        return ProblemException.invalidField("product", "unknown_product", "must be the id of a product");
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(CatalogProblem.MEDIA_NOT_FOUND, "no image has the id " + id);
    }
}
