package dev.quayside.payment.stripe;

import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import dev.quayside.payment.gateway.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Follows Stripe's pages, up to the number of them that the settings allow. */
@ApplicationScoped
class BoundedLists {
    /** Objects a page; Stripe gives at most so many. */
    static final long PAGE = 100;

    private final int longest;

    BoundedLists(StripeSettings settings) {
        this.longest = Math.toIntExact(settings.listingPages() * PAGE);
    }

    /** The objects, as they are read here. */
    <T extends HasId, R> List<R> items(StripeCollection<T> first, Function<T, R> reading) {
        List<R> found = new ArrayList<>();
        Iterator<T> all = first.autoPagingIterable().iterator();
        while (all.hasNext() && found.size() < longest) {
            found.add(reading.apply(all.next()));
        }
        return found;
    }

    /** The objects, and whether those are all. */
    <T extends HasId, R> Listing<R> listing(StripeCollection<T> first, Function<T, R> reading) {
        List<R> found = items(first, reading);
        return new Listing<>(found, found.size() < longest);
    }
}
