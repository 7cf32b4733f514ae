package dev.quayside.stripe.wire;

import java.util.ArrayList;
import java.util.List;

/** The table of what can be called; features add to it at start. A path names its object with {@code :id}. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    public Routes get(String path, Endpoint endpoint) {
        return add(new Route("GET", path, endpoint, false));
    }

    public Routes post(String path, Endpoint endpoint) {
        return add(new Route("POST", path, endpoint, false));
    }

    public Routes delete(String path, Endpoint endpoint) {
        return add(new Route("DELETE", path, endpoint, false));
    }

    /** Adds a route that a browser may call too, with a publishable key and the object's client secret. */
    public Routes open(String method, String path, Endpoint endpoint) {
        return add(new Route(method, path, endpoint, true));
    }

    private Routes add(Route route) {
        routes.add(route);
        return this;
    }

    public List<Route> all() {
        return List.copyOf(routes);
    }
}
