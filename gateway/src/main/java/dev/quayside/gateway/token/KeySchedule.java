package dev.quayside.gateway.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which key does what at a time. A key is published as soon as it is there, signs from its time on until the next one does, and is
 * verified until the last token that it may have signed has ended.
 *
 * @param files in the order in which they sign
 */
record KeySchedule(List<KeyFile> files) {
    /** Longer than any verifier keeps the published keys: they are sent with {@code max-age=300}. */
    static final Duration KNOWN_AFTER = Duration.ofMinutes(10);
    /** A token's life, and what the instances' clocks may differ. */
    static final Duration VERIFIED_FOR = AccessTokens.LIFE.plusMinutes(5);

    /** What a key is good for now. */
    enum Phase {
        /** Published, does not sign yet. */
        PENDING,
        SIGNING,
        /** Its tokens are still verified. */
        RETIRED
    }

    KeySchedule {
        files = files.stream()
                .sorted(Comparator.comparing(KeyFile::signsFrom)
                        .thenComparing(KeyFile::createdAt)
                        .thenComparing(file -> file.path().getFileName().toString()))
                .toList();
    }

    /** The key that signs: the latest whose time has come, or the first of all when none has. */
    KeyFile signer(Instant now) {
        return files.stream()
                .filter(file -> !file.signsFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> files.get(0));
    }

    /** The next one to sign, if it is there already. */
    Optional<KeyFile> next(Instant now) {
        int signer = files.indexOf(signer(now));
        return files.stream().skip(signer + 1L).findFirst();
    }

    Optional<KeyFile> find(String id) {
        return files.stream().filter(file -> file.key().id().equals(id)).findFirst();
    }

    Phase phase(KeyFile file, Instant now) {
        int place = files.indexOf(file) - files.indexOf(signer(now));
        return place == 0 ? Phase.SIGNING : place < 0 ? Phase.RETIRED : Phase.PENDING;
    }

    /** Until when a key's tokens are verified; empty while no other key follows it. */
    Optional<Instant> verifiedUntil(KeyFile file) {
        return files.stream()
                .skip(files.indexOf(file) + 1L)
                .findFirst()
                .map(successor -> successor.signsFrom().plus(VERIFIED_FOR));
    }

    /** Keys whose tokens have all ended. */
    List<KeyFile> over(Instant now) {
        return files.stream()
                .filter(file -> phase(file, now) == Phase.RETIRED)
                .filter(file -> verifiedUntil(file).stream().anyMatch(until -> !until.isAfter(now)))
                .toList();
    }

    /** Whether a new key has to be made, so that it signs when the one that signs is as old as it may become. */
    boolean isDue(Instant now, Duration lifetime) {
        return next(now).isEmpty() && !signer(now).signsFrom().plus(lifetime).isAfter(now.plus(KNOWN_AFTER));
    }
}
