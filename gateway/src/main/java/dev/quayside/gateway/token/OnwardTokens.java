package dev.quayside.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * The tokens that services get to see for staff and scripts: who calls, with the scopes of this moment. They are made at the door and
 * never shown to callers. One is used again for half a minute, because a signature costs more than most calls.
 */
@ApplicationScoped
public class OnwardTokens {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private record Key(StaffCaller caller, List<String> scopes) {}

    private final AccessTokens tokens;
    private final Cache<Key, String> made =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    OnwardTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** A token for a caller with these scopes. Signs, so it does not belong on an event loop. */
    public String of(StaffCaller caller, List<String> scopes) {
        return made.get(new Key(caller, List.copyOf(scopes)), key -> tokens.staff(key.caller(), key.scopes()));
    }
}
