package dev.quayside.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

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
        clean(headers, HeaderRules::isBelieved);
    }

    /** Takes from a service's answer what may not go on to a client. */
    static void cleanResponse(MultiMap headers) {
        clean(headers, OF_THE_GATEWAY::contains);
    }

    private static boolean isBelieved(String name) {
        if (BELIEVED.contains(name)) {
            return true;
        }
        for (String prefix : BELIEVED_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static void clean(MultiMap headers, Predicate<String> unwanted) {
        Set<String> named = namedInConnection(headers);
        List<String> leaving = new ArrayList<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (ONE_HOP.contains(name) || named.contains(name) || unwanted.test(name)) {
                leaving.add(name);
            }
        }
        leaving.forEach(headers::remove);
    }

    private static Set<String> namedInConnection(MultiMap headers) {
        List<String> values = headers.getAll(HttpHeaders.CONNECTION);
        if (values.isEmpty()) {
            return Set.of();
        }
        Set<String> named = new TreeSet<>();
        for (String value : values) {
            for (String name : value.split(",", -1)) {
                named.add(name.trim().toLowerCase(Locale.ROOT));
            }
        }
        return named;
    }
}
