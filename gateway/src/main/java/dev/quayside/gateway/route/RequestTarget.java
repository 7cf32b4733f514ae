package dev.quayside.gateway.route;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.Locale;

/**
 * A request's target that can be read in one way only, so that the gateway and the service behind it cannot disagree on what it is.
 *
 * @param path as sent, not decoded
 * @param query with its question mark, as sent; empty without one
 */
public record RequestTarget(String path, String query) {
    /** Below the 4,096 bytes that a service takes for the whole first line, with its method and version. */
    private static final int LONGEST = 4_000;

    /** Checks a target; one that could be read in two ways is a 400, one that is too long a 414. */
    public static RequestTarget of(String sent) {
        int question = sent.indexOf('?');
        String path = question < 0 ? sent : sent.substring(0, question);
        String query = question < 0 ? "" : sent.substring(question);
        if (sent.length() > LONGEST) {
            throw new ProblemException(
                    GatewayProblem.URI_TOO_LONG, "path and query may be " + LONGEST + " characters long together");
        }
        if (!path.startsWith("/")) {
            throw refused("the path must start with /");
        }
        checkCharacters(sent);
        checkEscapes(path);
        checkSegments(path);
        return new RequestTarget(path, query);
    }

    private static void checkCharacters(String sent) {
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '\\' || c == '#') {
                throw refused("the path holds a character that must be percent-encoded");
            }
        }
    }

    private static void checkEscapes(String path) {
        for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
            int decoded = i + 2 < path.length() ? hex(path.charAt(i + 1)) * 16 + hex(path.charAt(i + 2)) : -1;
            if (decoded < 0x20 || decoded == 0x7f || decoded == '/' || decoded == '\\') {
                throw refused(
                        "the path holds an escape that is not taken: a slash, a backslash, a control or a broken one");
            }
        }
    }

    /** A dot segment in any spelling: alone, escaped, or with a parameter behind it. */
    private static void checkSegments(String path) {
        if (path.indexOf('.') < 0 && path.indexOf('%') < 0) {
            return;
        }
        for (String segment : path.toLowerCase(Locale.ROOT)
                .replace("%2e", ".")
                .replace("%3b", ";")
                .split("/", -1)) {
            String name = segment.contains(";") ? segment.substring(0, segment.indexOf(';')) : segment;
            if (name.equals(".") || name.equals("..")) {
                throw refused("the path holds a dot segment");
            }
        }
    }

    private static int hex(char digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -10_000 : value;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST, detail);
    }
}
