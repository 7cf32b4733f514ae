package dev.quayside.gateway.route;

import dev.quayside.gateway.extension.Access;
import dev.quayside.gateway.extension.Extension;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A part of the API and where it leads.
 *
 * @param prefix the path, without a slash at its end
 * @param deep whether the paths below it belong to it too
 * @param target what the prefix becomes at the service; the prefix itself when nothing changes
 * @param destination who answers
 * @param reading whether a bearer token is looked at here
 * @param maxBody bytes of a request's body at most
 * @param limited whether requests are counted and too many refused
 * @param compressed whether answers to GETs may be compressed: none of them carries a token or a client secret
 * @param answerWithin how long the service has until it begins to answer; empty for the usual time
 * @param access who gets through; the shop's own services and the gateway's endpoints decide for themselves
 */
public record Route(
        String prefix,
        boolean deep,
        String target,
        Destination destination,
        Tokens reading,
        long maxBody,
        boolean limited,
        boolean compressed,
        Optional<Duration> answerWithin,
        Access access) {
    /** Bytes that the gateway's own endpoints take: an address and a password, a token. */
    public static final long OWN_BODY = 1L << 16;

    static final long JSON = 1L << 20;
    private static final long WEBHOOK = 1L << 18;
    /** A file of 20 MiB in its form. */
    private static final long UPLOAD = 21L << 20;

    /** Of products in a stream, and in a file. */
    static final long STREAM = 128L << 20;

    static final long FILE = 256L << 20;

    private static final String EXTENSIONS = "/v1/extensions/";
    /** What services keep for each other. */
    private static final String INTERNAL = "internal";

    private static final Duration OF_STREAMS = Duration.ofMinutes(2);

    /** What is done with a bearer token. */
    public enum Tokens {
        /** It is verified; a bad one is refused. */
        VERIFIED,
        /** It is nobody's business and goes no further: sign-in must work with an old token in the header. */
        IGNORED,
        /** The endpoint reads the header itself, which is not a bearer token's. */
        LEFT
    }

    /** An endpoint of the gateway itself. */
    static Route own(String path, Tokens reading) {
        return new Route(
                path,
                false,
                path,
                Destination.GATEWAY,
                reading,
                OWN_BODY,
                true,
                false,
                Optional.empty(),
                Access.PUBLIC);
    }

    /** A part of a service's API. */
    static Route to(Destination destination, String prefix) {
        return new Route(
                prefix, true, prefix, destination, Tokens.VERIFIED, JSON, true, false, Optional.empty(), Access.PUBLIC);
    }

    /** An endpoint of a service that takes files. */
    static Route upload(Destination destination, String path) {
        return new Route(
                path, false, path, destination, Tokens.VERIFIED, UPLOAD, true, false, Optional.empty(), Access.PUBLIC);
    }

    /** What anybody may fetch, with a token or not. */
    static Route files(Destination destination, String prefix) {
        return new Route(
                prefix,
                true,
                prefix,
                destination,
                Tokens.IGNORED,
                OWN_BODY,
                true,
                false,
                Optional.empty(),
                Access.PUBLIC);
    }

    /** An endpoint that a third party calls, signed in a way of its own. It is never throttled: what it tells must not get lost. */
    static Route webhook(Destination destination, String path) {
        return new Route(
                path, false, path, destination, Tokens.IGNORED, WEBHOOK, false, false, Optional.empty(), Access.PUBLIC);
    }

    /** All of a service of the operator's own, which knows nothing of where it is mounted. */
    static Route to(Extension extension) {
        return new Route(
                EXTENSIONS + extension.name(),
                true,
                "",
                Destination.extension(extension.name()),
                Tokens.VERIFIED,
                JSON,
                true,
                false,
                Optional.empty(),
                extension.access());
    }

    /** The same for a part that has another path at the service. */
    Route as(String newTarget) {
        return new Route(
                prefix, deep, newTarget, destination, reading, maxBody, limited, compressed, answerWithin, access);
    }

    /** The same without a limit on how often it is asked: whoever watches over the shop asks often. */
    Route unlimited() {
        return new Route(prefix, deep, target, destination, reading, maxBody, false, compressed, answerWithin, access);
    }

    /** The same for a part of whose answers nothing is secret, so that their length may tell something of them. */
    Route inFewerBytes() {
        return new Route(prefix, deep, target, destination, reading, maxBody, limited, true, answerWithin, access);
    }

    /** The same for a part whose service may think longer, or shorter, than others before it begins to answer. */
    Route within(Duration time) {
        return new Route(
                prefix, deep, target, destination, reading, maxBody, limited, compressed, Optional.of(time), access);
    }

    /** The same for a part that takes or gives whole files, between whose parts more time may pass. */
    Route streaming(long mostBytes) {
        return new Route(
                prefix,
                deep,
                target,
                destination,
                reading,
                mostBytes,
                limited,
                compressed,
                Optional.of(OF_STREAMS),
                access);
    }

    Route withBelow() {
        return new Route(
                prefix, true, target, destination, reading, maxBody, limited, compressed, answerWithin, access);
    }

    boolean matches(String path) {
        int length = prefix.length();
        return path.startsWith(prefix) && (path.length() == length || (deep && path.charAt(length) == '/'));
    }

    /**
     * Whether a path below it stays out of reach, in any spelling that the other side could read as it. Of the shop's own services the
     * table names what can be reached; of an extension everything else can.
     */
    boolean hides(String path) {
        if (!destination.isExtension()) {
            return false;
        }
        String[] segments = path.substring(prefix.length()).split("/", 3);
        return segments.length > 1
                && URLDecoder.decode(segments[1], StandardCharsets.UTF_8).equalsIgnoreCase(INTERNAL);
    }

    /** The request's target at the service: path, then query, both as sent. */
    public String rewrite(RequestTarget request) {
        String path = target + request.path().substring(prefix.length());
        return (path.isEmpty() ? "/" : path) + request.query();
    }

    /** What a path that an extension names, which knows only its own, is called out here; other services' paths are what they are. */
    public String outside(String path) {
        boolean own = destination.isExtension() && path.startsWith("/") && !path.startsWith("//");
        return own ? prefix + path : path;
    }

    /** The route's name in metrics: never a path, which may hold the secret id of a cart. */
    public String label() {
        return deep ? prefix + "/*" : prefix;
    }
}
