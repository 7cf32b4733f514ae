package dev.quayside.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which headers go on. What a service might believe must not come from a client, and what is for one hop ends here. */
public final class HeaderRules {
    /** RFC 9110, 7.6.1, and older names for the same. */
    private static final Set<String> ONE_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect");

    /** Headers by which proxies tell of the client; what a client writes into them is only its word. */
    private static final Set<String> BELIEVED = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-original-url",
            "x-original-host",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "true-client-ip",
            "cf-connecting-ip",
            "client-ip",
            // A browser's, for signing in alone; no service has a use for one.
            "cookie");

    private static final List<String> BELIEVED_PREFIXES = List.of("x-forwarded-", "quayside-", "x-quayside-");

    /** What the gateway says itself, or what tells how a service is built. */
    private static final Set<String> OF_THE_GATEWAY = Set.of(
            "server",
            "x-powered-by",
            "x-request-id",
            "ratelimit-limit",
            "ratelimit-policy",
            "ratelimit-remaining",
            "ratelimit-reset",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "content-security-policy",
            "strict-transport-security",
            "access-control-allow-origin",
            "access-control-allow-credentials",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "access-control-max-age",
            "access-control-expose-headers");

    private HeaderRules() {}

    /** Takes from a client's request what may not go on to a service. */
    public static void cleanRequest(MultiMap headers) {
        Set<String> named = namedInConnection(headers);
        names(headers).stream()
                .filter(name -> ONE_HOP.contains(name)
                        || BELIEVED.contains(name)
                        || named.contains(name)
                        || BELIEVED_PREFIXES.stream().anyMatch(name::startsWith))
                .forEach(headers::remove);
    }

    /** Takes from a service's answer what may not go on to a client. */
    static void cleanResponse(MultiMap headers) {
        Set<String> named = namedInConnection(headers);
        names(headers).stream()
                .filter(name -> ONE_HOP.contains(name) || OF_THE_GATEWAY.contains(name) || named.contains(name))
                .forEach(headers::remove);
    }

    private static Set<String> namedInConnection(MultiMap headers) {
        Set<String> named = new TreeSet<>();
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            Arrays.stream(value.split(",", -1))
                    .map(name -> name.trim().toLowerCase(Locale.ROOT))
                    .forEach(named::add);
        }
        return named;
    }

    private static Set<String> names(MultiMap headers) {
        Set<String> names = new TreeSet<>();
        headers.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }
}
