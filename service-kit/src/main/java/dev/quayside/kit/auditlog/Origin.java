package dev.quayside.kit.auditlog;

import dev.quayside.kit.security.Caller;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who asks for what is going on, and from where. Outside a request it is the service itself, from nowhere. */
@ApplicationScoped
class Origin {
    private final Caller caller;
    private final CallerAddress addresses;
    private final CurrentVertxRequest current;
    private final String service;

    Origin(
            Caller caller,
            CallerAddress addresses,
            CurrentVertxRequest current,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.caller = caller;
        this.addresses = addresses;
        this.current = current;
        this.service = service;
    }

    Actor actor() {
        if (request() == null || caller.isAnonymous()) {
            return Actor.service(service);
        }
        return new Actor(
                kind(), cut(caller.id()), caller.name().map(Origin::cut).orElse(null));
    }

    @Nullable
    String address() {
        RoutingContext request = request();
        return request == null ? null : addresses.of(request.request());
    }

    /** Whether somebody waits for an answer. */
    boolean isRequest() {
        return request() != null;
    }

    private @Nullable RoutingContext request() {
        return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
    }

    private Actor.Kind kind() {
        if (caller.isService()) {
            return Actor.Kind.SERVICE;
        }
        return caller.isPerson() ? Actor.Kind.STAFF : Actor.Kind.API_KEY;
    }

    private static String cut(String text) {
        return text.length() <= AuditEntry.LONGEST_ID ? text : text.substring(0, AuditEntry.LONGEST_ID);
    }
}
