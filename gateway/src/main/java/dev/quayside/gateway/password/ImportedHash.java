package dev.quayside.gateway.password;

import dev.quayside.kit.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which hashes of another shop are taken over: bcrypt, and Argon2id in the PHC string format. Whoever tries to sign in makes the gateway
 * do their work, so what that may cost is bounded.
 */
public final class ImportedHash {
    private static final int MOST_MEMORY = 65_536;
    private static final int LEAST_MEMORY_OF_LANE = 8;

    /** Cost 4 to 14. The last characters of salt and hash are such that no bit is left over: with others nothing ever matches. */
    private static final Pattern BCRYPT = Pattern.compile(
            "\\$2[aby]\\$(?:0[4-9]|1[0-4])\\$" + "[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]");

    /** One to ten passes, one to four lanes, a salt of 8 to 48 bytes and a hash of 16 to 64. */
    private static final Pattern ARGON2ID =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9]\\d{0,4}),t=(?:[1-9]|10),p=([1-4])"
                    + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");

    private ImportedHash() {}

    /** The hash as it was given; a 422 {@code unsupported_password_hash} of the field for one that is not taken. */
    public static String require(String field, String text) {
        if (!BCRYPT.matcher(text).matches() && !isArgon2id(text)) {
            throw ProblemException.invalidField(
                    field,
                    "unsupported_password_hash",
                    "must be a bcrypt hash ($2a$, $2b$ or $2y$, cost 4 to 14) or an Argon2id PHC string (m up to "
                            + MOST_MEMORY + ", t up to 10, p up to 4)");
        }
        return text;
    }

    private static boolean isArgon2id(String text) {
        Matcher phc = ARGON2ID.matcher(text);
        if (!phc.matches()) {
            return false;
        }
        int memory = Integer.parseInt(phc.group(1));
        int lanes = Integer.parseInt(phc.group(2));
        return memory >= LEAST_MEMORY_OF_LANE * lanes
                && memory <= MOST_MEMORY
                && isBase64(phc.group(3))
                && isBase64(phc.group(4));
    }

    /** A single character is left over from no number of bytes. */
    private static boolean isBase64(String unpadded) {
        return unpadded.length() % 4 != 1;
    }
}
