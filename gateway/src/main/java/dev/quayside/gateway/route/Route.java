package dev.quayside.gateway.route;

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
        Optional<Duration> answerWithin) {
    /** Bytes that the gateway's own endpoints take: an address and a password, a token. */
    public static final long OWN_BODY = 1L << 16;

    static final long JSON = 1L << 20;
    private static final long WEBHOOK = 1L << 18;
    /** A file of 20 MiB in its form. */
    private static final long UPLOAD = 21L << 20;

    /** Of products in a stream, and in a file. */
    static final long STREAM = 128L << 20;

    static final long FILE = 256L << 20;

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
        return new Route(path, false, path, Destination.GATEWAY, reading, OWN_BODY, true, false, Optional.empty());
    }

    /** A part of a service's API. */
    static Route to(Destination destination, String prefix) {
        return new Route(prefix, true, prefix, destination, Tokens.VERIFIED, JSON, true, false, Optional.empty());
    }

    /** An endpoint of a service that takes files. */
    static Route upload(Destination destination, String path) {
        return new Route(path, false, path, destination, Tokens.VERIFIED, UPLOAD, true, false, Optional.empty());
    }

    /** What anybody may fetch, with a token or not. */
    static Route files(Destination destination, String prefix) {
        return new Route(prefix, true, prefix, destination, Tokens.IGNORED, OWN_BODY, true, false, Optional.empty());
    }

    /** An endpoint that a third party calls, signed in a way of its own. It is never throttled: what it tells must not get lost. */
    static Route webhook(Destination destination, String path) {
        return new Route(path, false, path, destination, Tokens.IGNORED, WEBHOOK, false, false, Optional.empty());
    }

    /** The same for a part that has another path at the service. */
    Route as(String newTarget) {
        return new Route(prefix, deep, newTarget, destination, reading, maxBody, limited, compressed, answerWithin);
    }

    /** The same without a limit on how often it is asked: whoever watches over the shop asks often. */
    Route unlimited() {
        return new Route(prefix, deep, target, destination, reading, maxBody, false, compressed, answerWithin);
    }

    /** The same for a part of whose answers nothing is secret, so that their length may tell something of them. */
    Route inFewerBytes() {
        return new Route(prefix, deep, target, destination, reading, maxBody, limited, true, answerWithin);
    }

    /** The same for a part whose service may think longer, or shorter, than others before it begins to answer. */
    Route within(Duration time) {
        return new Route(prefix, deep, target, destination, reading, maxBody, limited, compressed, Optional.of(time));
    }

    /** The same for a part that takes or gives whole files, between whose parts more time may pass. */
    Route streaming(long mostBytes) {
        return new Route(
                prefix, deep, target, destination, reading, mostBytes, limited, compressed, Optional.of(OF_STREAMS));
    }

    Route withBelow() {
        return new Route(prefix, true, target, destination, reading, maxBody, limited, compressed, answerWithin);
    }

    boolean matches(String path) {
        int length = prefix.length();
        return path.startsWith(prefix) && (path.length() == length || (deep && path.charAt(length) == '/'));
    }

    /** The request's target at the service: path, then query, both as sent. */
    public String rewrite(RequestTarget request) {
        return target + request.path().substring(prefix.length()) + request.query();
    }

    /** The route's name in metrics: never a path, which may hold the secret id of a cart. */
    public String label() {
        return deep ? prefix + "/*" : prefix;
    }
}
