package dev.quayside.gateway.token;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for a token by client credentials (RFC 6749, 4.4.2), the client's id and secret from either place.
 *
 * @param byBasic whether they came by HTTP Basic, which decides how a refusal looks
 */
record TokenRequest(
        String grantType,
        String clientId,
        String clientSecret,
        @Nullable String scope,
        boolean byBasic) {
    private static final String BASIC = "basic ";

    /** Reads header and form; what RFC 6749 forbids is a {@link TokenFault}. */
    static TokenRequest read(@Nullable String authorization, String form) {
        Map<String, List<String>> fields = new QueryStringDecoder(form, false).parameters();
        if (fields.values().stream().anyMatch(values -> values.size() > 1)) {
            throw TokenFault.invalidRequest("a parameter is given twice");
        }
        String grant = one(fields, "grant_type");
        if (grant == null) {
            throw TokenFault.invalidRequest("grant_type is missing");
        }
        String scope = one(fields, "scope");
        if (authorization == null) {
            return new TokenRequest(
                    grant, needed(one(fields, "client_id")), needed(one(fields, "client_secret")), scope, false);
        }
        if (fields.containsKey("client_secret")) {
            throw TokenFault.invalidRequest("the client's secret is given in two places");
        }
        String[] pair = basic(authorization);
        return new TokenRequest(grant, pair[0], pair[1], scope, true);
    }

    /** RFC 6749, 2.3.1: both halves are form-encoded before they are joined. */
    private static String[] basic(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw TokenFault.invalidClient(true);
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).trim());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            if (pair.length == 2) {
                return new String[] {
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(pair[1], StandardCharsets.UTF_8)
                };
            }
        } catch (IllegalArgumentException e) {
            throw TokenFault.invalidClient(true);
        }
        throw TokenFault.invalidClient(true);
    }

    private static String needed(@Nullable String value) {
        if (value == null) {
            throw TokenFault.invalidClient(false);
        }
        return value;
    }

    private static @Nullable String one(Map<String, List<String>> fields, String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.get(0);
    }
}
