package dev.quayside.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The headers that keep a browser from doing what nobody meant, on every answer, whoever writes it. */
@ApplicationScoped
class SecurityHeaders {
    private static final String POLICY = "Content-Security-Policy";

    private final boolean tlsInFront;

    SecurityHeaders(@ConfigProperty(name = "quayside.tls-in-front") boolean tlsInFront) {
        this.tlsInFront = tlsInFront;
    }

    /** Adds them; to be called when all other headers are there. */
    void mark(MultiMap headers, boolean tls) {
        headers.set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("X-Frame-Options", "DENY")
                .remove(HttpHeaders.SERVER);
        if (!headers.contains(POLICY)) {
            headers.set(POLICY, "default-src 'none'; frame-ancestors 'none'");
        }
        // A browser takes it only over TLS (RFC 6797, 7.2), so it is not sent where there is none.
        if (tls || tlsInFront) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
