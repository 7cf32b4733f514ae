package dev.quayside.catalog.popular;

import dev.quayside.catalog.Contended;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What staff see of popular queries, and which they block. */
@ApplicationScoped
class PopularService {
    private final PopularRepository queries;
    private final AuditTrail trail;
    private final Clock clock;
    private final long from;

    PopularService(
            PopularRepository queries,
            AuditTrail trail,
            Clock clock,
            @ConfigProperty(name = "quayside.search.popular-from") long from) {
        this.queries = queries;
        this.trail = trail;
        this.clock = clock;
        this.from = Math.max(1, from);
    }

    /** A page of queries, the most popular first. */
    @Transactional
    Page<PopularQuery> list(UriInfo uri) {
        return queries.list(ListQuery.parse(uri, PopularRepository.ALLOWED), from, clock.instant(), uri);
    }

    @Transactional
    Blocked blocked() {
        return queries.blocked("");
    }

    /** Replaces the list that is at the version of {@code ifMatch}; the same phrases again are no change. */
    Blocked block(@Nullable String ifMatch, BlockedQueries request) {
        BlockedQueries after = new BlockedQueries(request.phrases().stream()
                .map(QueryText::plain)
                .distinct()
                .sorted()
                .toList());
        return Contended.transaction(() -> {
            Blocked before = queries.blocked(" for update");
            EntityTags.requireMatch(ifMatch, before.version(), before.view());
            if (before.view().equals(after)) {
                trail.nothingNew();
                return before;
            }
            queries.update(after, clock.instant());
            trail.record("blocked_queries.updated", Subject.of("blocked_queries", "shop"), before.view(), after);
            return new Blocked(after, before.version() + 1);
        });
    }
}
