package dev.quayside.gateway.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A signing key as administrators see it; the key itself is never shown.
 *
 * @param id the {@code kid} of its tokens and in the published keys
 * @param status {@code pending}: published, does not sign yet; {@code signing}; {@code retired}: its tokens are still good
 * @param verifiesUntil when its last token has ended; null while no key follows it
 */
record KeyView(
        String id,
        String algorithm,
        String status,
        Instant createdAt,
        Instant signsFrom,

        @JsonInclude @Nullable Instant verifiesUntil) {

    static KeyView of(KeyFile file, KeySchedule schedule, Instant now) {
        return new KeyView(
                file.key().id(),
                "RS256",
                schedule.phase(file, now).name().toLowerCase(Locale.ROOT),
                file.createdAt(),
                file.signsFrom(),
                schedule.verifiedUntil(file).orElse(null));
    }
}
