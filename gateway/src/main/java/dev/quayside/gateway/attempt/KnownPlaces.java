package dev.quayside.gateway.attempt;

import dev.quayside.gateway.limit.Sha256;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * The places of one try.
     *
     * @param asked in the order in which they count; a device comes before an address, which has neighbours
     * @param noted those that are known, and whether that was noted within the last day
     */
    record Known(List<String> asked, Map<String, Boolean> noted) {
        /** The place that is counted by itself. */
        Optional<String> first() {
            return asked.stream().filter(noted::containsKey).findFirst();
        }

        /** What a success has to note. Mostly nothing: then it costs no transaction. */
        List<String> toNote() {
            return asked.stream()
                    .filter(place -> !noted.getOrDefault(place, false))
                    .toList();
        }
    }

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

    /** Which of an account's places are known. */
    @Transactional
    Known look(String account, List<String> places) {
        Instant now = clock.instant();
        Query seen = database.createNativeQuery("""
                        select place, seen_at > :noted as noted from known_places
                        where account = :account and place = any(:places) and seen_at > :since""", Tuple.class)
                .setParameter("noted", now.minus(NOTED_EVERY))
                .setParameter("account", account)
                .setParameter("places", places.toArray(String[]::new))
                .setParameter("since", now.minus(KEPT));
        Map<String, Boolean> noted = ListSql.tuples(seen).stream()
                .collect(Collectors.toMap(
                        row -> row.get("place", String.class), row -> row.get("noted", Boolean.class)));
        return new Known(places, noted);
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
