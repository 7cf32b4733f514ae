package dev.quayside.payment.backfill;

import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Slice;
import dev.quayside.payment.gateway.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Goes through a list, a bounded number of pages at a time. Each page is taken before it counts as taken. */
@ApplicationScoped
class Walk {
    /** How soon a listing goes on that was cut. */
    static final Duration GO_ON = Duration.ofSeconds(1);

    private final Listings listings;
    private final int pages;

    Walk(Listings listings, @ConfigProperty(name = "quayside.payment.backfill-pages") int pages) {
        this.listings = listings;
        this.pages = pages;
    }

    /** True at the list's end, false when it was cut. A list that cannot be read throws, and what was taken stays taken. */
    <T> boolean run(ListName name, Function<Span, Outcome<Slice<T>>> list, Consumer<List<T>> take) {
        for (int page = 0; page < pages; page++) {
            Span span = listings.next(name);
            Slice<T> slice = answered(name, span, list.apply(span));
            take.accept(slice.items());
            listings.took(name, span, slice.next());
            if (slice.next() == null) {
                return true;
            }
        }
        return false;
    }

    private <T> Slice<T> answered(ListName name, Span span, Outcome<Slice<T>> listed) {
        if (listed.isSuccess()) {
            return listed.value();
        }
        if (span.after() != null
                && listed.kind() == Outcome.Kind.REJECTED
                && !listed.failure().isAboutCaller()) {
            listings.startOver(name);
        }
        throw new IllegalStateException(
                name + " could not be listed: " + listed.failure().message());
    }
}
