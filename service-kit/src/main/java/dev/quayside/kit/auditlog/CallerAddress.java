package dev.quayside.kit.auditlog;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as far as this service may believe what it is told. */
public interface CallerAddress {
    /** The client's IP address; null when it is not known. */
    @Nullable
    String of(HttpServerRequest request);
}
