package dev.quayside.stripe.server;

import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Caller;
import dev.quayside.stripe.wire.Params;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Tells servers from browsers by their key; any key of test mode is a good one. */
final class ApiKeys {
    private ApiKeys() {}

    static Caller caller(HttpServerRequest request, Params params, boolean openToBrowsers) {
        String key = key(request.getHeader("Authorization"), params);
        if (key == null) {
            throw ApiError.unauthorized(
                    null,
                    "You did not provide an API key. You need to provide your API key in the Authorization header, using"
                            + " Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        if (key.startsWith("sk_test_") || key.startsWith("rk_test_")) {
            return Caller.SECRET;
        }
        if (!key.startsWith("pk_test_")) {
            throw ApiError.unauthorized(null, "Invalid API Key provided: " + masked(key));
        }
        if (!openToBrowsers) {
            throw ApiError.unauthorized(
                    "secret_key_required",
                    "This API call cannot be made with a publishable API key. Please use a secret API key.");
        }
        return Caller.PUBLISHABLE;
    }

    private static @Nullable String key(@Nullable String authorization, Params params) {
        if (authorization == null) {
            return params.text("key");
        }
        if (authorization.startsWith("Bearer ")) {
            return authorization.substring("Bearer ".length()).strip();
        }
        return authorization.startsWith("Basic ") ? user(authorization.substring("Basic ".length())) : "";
    }

    private static String user(String credentials) {
        try {
            String text = new String(Base64.getDecoder().decode(credentials.strip()), StandardCharsets.UTF_8);
            return text.substring(0, Math.max(0, text.indexOf(':')));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String masked(String key) {
        return key.length() < 12 ? "****" : key.substring(0, 8) + "****" + key.substring(key.length() - 4);
    }
}
