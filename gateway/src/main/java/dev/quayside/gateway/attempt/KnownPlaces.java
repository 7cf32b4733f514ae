package dev.quayside.gateway.attempt;

import dev.quayside.gateway.limit.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * From where somebody has signed in to an account: addresses, and devices that hold a cookie of ours. Who tries from such a place has
 * a count of tries of its own, so that strangers who guess at the account, or neighbours who guess at others, do not keep its owner
 * out. Accounts and places are kept as hashes only, and forgotten a while after they were seen last.
 */
@ApplicationScoped
class KnownPlaces {
    static final Duration KEPT = Duration.ofDays(90);

    private static final Duration NOTED_EVERY = Duration.ofDays(1);
    private static final int MOST = 20;

    private final EntityManager database;
    private final Clock clock;

    KnownPlaces(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A place as it is kept: it tells nothing without the account. */
    static String hash(String account, String place) {
        return Sha256.of(account + "\n" + place);
    }

    @Transactional
    boolean isKnown(String account, String place) {
        return !database.createNativeQuery(
                        "select 1 from known_places where account = :account and place = :place and seen_at > :since")
                .setParameter("account", account)
                .setParameter("place", place)
                .setParameter("since", clock.instant().minus(KEPT))
                .getResultList()
                .isEmpty();
    }

    /** Remembers a place, to the day; an account's twenty latest are kept. */
    @Transactional
    void remember(String account, String place) {
        Instant now = clock.instant();
        int written = database.createNativeQuery("""
                        insert into known_places (account, place, seen_at) values (:account, :place, :now)
                        on conflict (account, place) do update set seen_at = :now where known_places.seen_at < :noted""")
                .setParameter("account", account)
                .setParameter("place", place)
                .setParameter("now", now)
                .setParameter("noted", now.minus(NOTED_EVERY))
                .executeUpdate();
        if (written > 0) {
            database.createNativeQuery("""
                            delete from known_places where account = :account and place not in
                            (select place from known_places where account = :account order by seen_at desc limit :most)""")
                    .setParameter("account", account)
                    .setParameter("most", MOST)
                    .executeUpdate();
        }
    }

    /** Forgets an account's places, when it is closed. */
    @Transactional
    void forget(String account) {
        database.createNativeQuery("delete from known_places where account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    @Transactional
    void forgetOld() {
        database.createNativeQuery("delete from known_places where seen_at < :since")
                .setParameter("since", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
