package dev.quayside.catalog.review;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator decides about reviews. */
@ApplicationScoped
public class ReviewPolicy {
    private final boolean publishAtOnce;

    public ReviewPolicy(@ConfigProperty(name = "quayside.reviews.publish-at-once") boolean publishAtOnce) {
        this.publishAtOnce = publishAtOnce;
    }

    /** Whether a review is shown before staff has seen it. */
    boolean publishAtOnce() {
        return publishAtOnce;
    }
}
