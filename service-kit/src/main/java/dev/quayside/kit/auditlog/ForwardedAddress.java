package dev.quayside.kit.auditlog;

import io.quarkus.arc.DefaultBean;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the gateway says: it takes away what a client has written into the header, and writes the one address that it believes. */
@ApplicationScoped
@DefaultBean
class ForwardedAddress implements CallerAddress {
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    @Override
    public @Nullable String of(HttpServerRequest request) {
        String said = request.getHeader("X-Forwarded-For");
        return said != null && ADDRESS.matcher(said).matches() ? said : null;
    }
}
