package dev.quayside.kit.http;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Entity tags made from a row's version, and the check that an admin's write was made from the current one. */
public final class EntityTags {
    private static final int CONTENT_TAG_LENGTH = 32;

    private EntityTags() {}

    /** The strong tag of a version, as the {@code ETag} header has it. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The weak tag of an answer that has no version of its own: two with equal content have the same. */
    public static EntityTag ofContent(byte[] content) {
        return new EntityTag(HexFormat.of().formatHex(sha256(content)).substring(0, CONTENT_TAG_LENGTH), true);
    }

    /**
     * Checks {@code If-Match}: missing is a 428, another version a 412 with the current state, {@code *} always passes.
     *
     * @param current the resource as it is now, shown to a caller whose copy is stale
     */
    public static void requireMatch(@Nullable String ifMatch, long version, Object current) {
        if (ifMatch == null) {
            throw new ProblemException(
                    CommonProblem.PRECONDITION_REQUIRED,
                    "send If-Match with the ETag that the resource was read with, or * to overwrite what is there");
        }
        if (!ifMatch.equals("*")
                && !java.util.Arrays.asList(ifMatch.split("\\s*,\\s*")).contains(of(version))) {
            throw new ProblemException(
                            CommonProblem.STALE, "the resource is now at " + of(version) + "; read it and decide again")
                    .with("current", current)
                    .withHeader("ETag", of(version));
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
