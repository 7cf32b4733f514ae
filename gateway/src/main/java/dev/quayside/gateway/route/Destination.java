package dev.quayside.gateway.route;

/**
 * Who answers a route.
 *
 * @param name among those of its kind
 */
public record Destination(Kind kind, String name) {
    /** The gateway's own endpoints. */
    public static final Destination GATEWAY = new Destination(Kind.GATEWAY, "gateway");

    public static final Destination CATALOG = service("catalog");
    public static final Destination ORDER = service("order");
    public static final Destination PAYMENT = service("payment");

    /** What it is to the gateway. */
    public enum Kind {
        GATEWAY,
        /** One of the shop's services. */
        SERVICE,
        /** A service of the operator's own. */
        EXTENSION
    }

    /** One of the shop's services by its name. */
    public static Destination service(String name) {
        return new Destination(Kind.SERVICE, name);
    }

    /** A service of the operator's own by its name, which may be that of one of the shop's. */
    public static Destination extension(String name) {
        return new Destination(Kind.EXTENSION, name);
    }

    /** Whether this is the gateway itself, so that nothing is forwarded. */
    public boolean isGateway() {
        return kind == Kind.GATEWAY;
    }

    public boolean isExtension() {
        return kind == Kind.EXTENSION;
    }

    /** Its name in logs and metrics. */
    public String label() {
        return isExtension() ? "extensions/" + name : name;
    }
}
