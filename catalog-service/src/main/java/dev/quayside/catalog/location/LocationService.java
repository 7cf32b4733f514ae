package dev.quayside.catalog.location;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff do with locations. */
@ApplicationScoped
public class LocationService {
    /** Every hold looks at all locations of its skus. */
    private static final int MOST = 100;

    private final LocationRepository locations;
    private final MergePatch patches;
    private final AuditTrail trail;
    private final Clock clock;

    LocationService(LocationRepository locations, MergePatch patches, AuditTrail trail, Clock clock) {
        this.locations = locations;
        this.patches = patches;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Page<LocationView> list(UriInfo uri) {
        return locations.list(ListQuery.parse(uri, LocationRepository.ALLOWED), uri);
    }

    /** One location; 404 {@code location_not_found}. */
    @Transactional
    public LocationView get(UUID id) {
        return locations.find(id).orElseThrow(() -> notFound(id));
    }

    /** Adds a location; 409 {@code location_code_taken}, {@code too_many_locations}. */
    public LocationView create(LocationRequest request) {
        UUID id = Ids.next();
        return Contended.transaction(() -> {
            if (locations.count() >= MOST) {
                throw new ProblemException(
                        CatalogProblem.TOO_MANY_LOCATIONS, "there are " + MOST + " locations already");
            }
            if (!locations.insert(id, request, now())) {
                throw new ProblemException(
                        CatalogProblem.LOCATION_CODE_TAKEN, "another location has the code " + request.code());
            }
            LocationView created = get(id);
            trail.record("stock_location.created", subject(id), null, created);
            return created;
        });
    }

    /** Merges a patch into a location that is at the version of {@code ifMatch}; the code stays. */
    public LocationView patch(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        return Contended.transaction(() -> {
            LocationView before = locations.lock(id).orElseThrow(() -> notFound(id));
            EntityTags.requireMatch(ifMatch, before.version(), before);
            LocationRequest merged = patches.apply(before.request(), patch, LocationRequest.class);
            if (!merged.code().equals(before.code())) {
                throw ProblemException.invalidField("code", "immutable", "cannot be changed");
            }
            if (before.active() && !merged.isActive()) {
                requireUnused(before);
            }
            if (!merged.name().equals(before.name())
                    || merged.priorityOrUsual() != before.priority()
                    || merged.isActive() != before.active()) {
                locations.update(id, merged, now());
            }
            LocationView after = get(id);
            trail.record("stock_location.updated", subject(id), before, after);
            return after;
        });
    }

    /** Deletes a location that nothing is at; 409 {@code location_in_use}, {@code location_is_main}. */
    public void delete(UUID id, @Nullable String ifMatch) {
        Contended.transaction(() -> {
            LocationView location = locations.lock(id).orElseThrow(() -> notFound(id));
            if (ifMatch != null) {
                EntityTags.requireMatch(ifMatch, location.version(), location);
            }
            requireUnused(location);
            locations.delete(location);
            trail.record("stock_location.deleted", subject(id), location, null);
            return id;
        });
    }

    private void requireUnused(LocationView location) {
        if (location.isMain()) {
            throw new ProblemException(CatalogProblem.LOCATION_IS_MAIN, "main can be neither closed nor deleted");
        }
        long skus = locations.skusAt(location.code());
        if (skus > 0) {
            throw new ProblemException(
                            CatalogProblem.LOCATION_IN_USE,
                            "%d skus have units at %s, or promised from there; transfer them first"
                                    .formatted(skus, location.code()))
                    .with("skus", skus);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static Subject subject(UUID id) {
        return Subject.of("stock_location", id);
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(CatalogProblem.LOCATION_NOT_FOUND, "no location has the id " + id);
    }
}
