package dev.quayside.gateway.browser;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cookie that ties a trip to a provider to the browser that began it, so that nobody finishes another's (login CSRF). It comes
 * along when the provider sends the browser back, which {@code SameSite=Strict} would not allow; by its prefix no other host of the
 * domain can plant it (RFC 6265bis, 4.1.3.2). Several tabs share it.
 */
public final class TripCookie {
    private static final String NAME = "__Host-quayside-trip";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private TripCookie() {}

    public static Optional<String> of(HttpServerRequest request) {
        return Cookies.one(request, NAME).filter(value -> FORM.matcher(value).matches());
    }

    /** The header's value that gives the browser its cookie, or more time with it. */
    public static String set(String value, Duration life) {
        return NAME + "=" + value + "; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=" + life.toSeconds();
    }
}
