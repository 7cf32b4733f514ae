package dev.quayside.payment.backfill;

import dev.quayside.payment.gateway.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What of each list is next, and what has been taken. */
@ApplicationScoped
class Listings {
    private final StripeListingRepository listings;
    private final Clock clock;
    private final Duration overlap;
    private final Duration reach;

    Listings(
            StripeListingRepository listings,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.backfill-overlap") Duration overlap,
            @ConfigProperty(name = "quayside.payment.backfill-reach") Duration reach) {
        this.listings = listings;
        this.clock = clock;
        this.overlap = overlap;
        this.reach = reach;
    }

    /** What is to be read next: on behind the cut, or anew up to now. */
    @Transactional
    Span next(ListName name) {
        Instant now = clock.instant();
        StripeListing listing = of(name, now);
        return new Span(
                listing.seenUntil().minus(overlap),
                Objects.requireNonNullElse(listing.cutUntil(), now),
                listing.cutAfter());
    }

    /** A page was taken; {@code next} is where the list goes on, or null when this was its end. */
    @Transactional
    void took(ListName name, Span span, @Nullable String next) {
        StripeListing listing = of(name, span.until());
        if (next == null) {
            listing.finish(span.until());
        } else {
            listing.cut(span.until(), next);
        }
    }

    /** The object behind which a list was to go on is gone: the whole of it is read again. */
    @Transactional
    void startOver(ListName name) {
        of(name, clock.instant()).startOver();
    }

    private StripeListing of(ListName name, Instant now) {
        return listings.findByIdOptional(name).orElseGet(() -> {
            StripeListing first = new StripeListing(name, now.minus(reach));
            listings.persist(first);
            return first;
        });
    }
}
