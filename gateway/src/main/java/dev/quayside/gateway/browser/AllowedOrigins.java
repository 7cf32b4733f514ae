package dev.quayside.gateway.browser;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The origins (RFC 6454) of the web pages that may call, as the configuration lists them: no wildcard, no {@code null}. */
@Singleton
public class AllowedOrigins {
    private static final Pattern FORM =
            Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?");

    private final Set<String> origins;

    AllowedOrigins(@ConfigProperty(name = "quayside.cors.origins") Optional<List<String>> origins) {
        this.origins =
                origins.orElse(List.of()).stream().map(AllowedOrigins::checked).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether any page may call at all. */
    public boolean isEmpty() {
        return origins.isEmpty();
    }

    public boolean contains(String origin) {
        return origins.contains(origin);
    }

    /** Whether a request says that it comes from a page that may call, or from one of the gateway's own. */
    boolean sent(HttpServerRequest request) {
        List<String> sent = request.headers().getAll(HttpHeaders.ORIGIN);
        return sent.size() == 1 && (contains(sent.get(0)) || isOwn(sent.get(0), request.getHeader(HttpHeaders.HOST)));
    }

    /**
     * Whether a WebSocket may be opened: browsers let any page open one anywhere and leave it to the other side to look at who asks
     * (RFC 6455, 10.2). What is no browser says nothing.
     */
    public boolean mayConnect(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.ORIGIN) || sent(request);
    }

    /** Browsers write Host and Origin themselves. TLS may end before the gateway, so the scheme cannot be compared. */
    private static boolean isOwn(String origin, String host) {
        return host != null && (origin.equals("https://" + host) || origin.equals("http://" + host));
    }

    private static String checked(String text) {
        String origin = text.trim().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(origin).matches()) {
            throw new IllegalStateException("QUAYSIDE_CORS_ORIGINS: " + text
                    + " is not an origin such as https://shop.example.com, without a path and without *");
        }
        return origin;
    }
}
