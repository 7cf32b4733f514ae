package dev.quayside.stripe.webhook;

import dev.quayside.stripe.store.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** In which order held deliveries go out. */
public enum ReleaseOrder {
    RECORDED,
    REVERSE,
    RANDOM;

    /** The deliveries of the named events in the order of the names; without names all of them in this order. */
    List<Document> sort(List<Document> held, List<String> eventIds) {
        List<Document> sorted = new ArrayList<>(held);
        if (!eventIds.isEmpty()) {
            sorted.removeIf(delivery -> !eventIds.contains(delivery.word("event")));
            sorted.sort(Comparator.comparingInt(delivery -> eventIds.indexOf(delivery.word("event"))));
            return sorted;
        }
        switch (this) {
            case RECORDED -> {}
            case REVERSE -> Collections.reverse(sorted);
            case RANDOM -> Collections.shuffle(sorted);
        }
        return sorted;
    }
}
