package dev.quayside.payment.backfill;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a list was gone through. Written by one step alone; a second run of it would only see the same again. */
@Entity
@Table(name = "stripe_listings")
class StripeListing {
    @Id
    @Enumerated(EnumType.STRING)
    private ListName name;

    @Column(name = "seen_until")
    private Instant seenUntil;

    @Column(name = "cut_until")
    private @Nullable Instant cutUntil;

    @Column(name = "cut_after")
    private @Nullable String cutAfter;

    StripeListing() {}

    StripeListing(ListName name, Instant seenUntil) {
        this.name = name;
        this.seenUntil = seenUntil;
    }

    void finish(Instant until) {
        seenUntil = until;
        startOver();
    }

    void cut(Instant until, String after) {
        cutUntil = until;
        cutAfter = after;
    }

    void startOver() {
        cutUntil = null;
        cutAfter = null;
    }

    Instant seenUntil() {
        return seenUntil;
    }

    @Nullable
    Instant cutUntil() {
        return cutUntil;
    }

    @Nullable
    String cutAfter() {
        return cutAfter;
    }
}
