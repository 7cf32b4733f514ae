package dev.quayside.stripe.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.server.BoundedBody;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.wire.ApiError;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/** The HTTP side of the control API: JSON in and out, for callers on this machine only. */
final class ControlRoutes {
    private final Router router;

    ControlRoutes(Router router) {
        this.router = router;
    }

    ControlRoutes get(String path, ControlAction action) {
        return add(HttpMethod.GET, path, action);
    }

    ControlRoutes post(String path, ControlAction action) {
        return add(HttpMethod.POST, path, action);
    }

    ControlRoutes delete(String path, ControlAction action) {
        return add(HttpMethod.DELETE, path, action);
    }

    private ControlRoutes add(HttpMethod method, String path, ControlAction action) {
        router.route(method, "/_test" + path).handler(context -> serve(context, action));
        return this;
    }

    private static void serve(RoutingContext context, ControlAction action) {
        HttpServerRequest request = context.request();
        if (!isLocal(request)) {
            send(request, 403, error("the control API is for callers on this machine only"));
            return;
        }
        String id = Objects.requireNonNullElse(context.pathParam("id"), "");
        BoundedBody.read(request)
                .compose(body -> action.perform(new ControlCall(id, json(body), request.params())))
                .onSuccess(answer -> send(request, 200, answer))
                .onFailure(failure -> send(request, status(failure), error(String.valueOf(failure.getMessage()))));
    }

    private static boolean isLocal(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        try {
            return InetAddress.getByName(address.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static ObjectNode json(String body) {
        return body.isBlank() ? Json.object() : Json.parse(body);
    }

    private static int status(Throwable failure) {
        if (failure instanceof ApiError error) {
            return error.reply().status();
        }
        return failure instanceof IllegalArgumentException ? 400 : 500;
    }

    private static ObjectNode error(String message) {
        return Json.object().put("error", message);
    }

    private static void send(HttpServerRequest request, int status, ObjectNode body) {
        if (!request.response().ended() && !request.response().closed()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(Json.write(body));
        }
    }
}
